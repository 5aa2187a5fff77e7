/** HTML's names for code points: ASCII punctuation and Latin-1, the only ones that servers are seen to use. */
export const entityNames: ReadonlyMap<number, string> = new Map([
  ...numbered(0x21, 'excl quot num dollar percnt amp apos lpar rpar ast plus comma - period sol'),
  ...numbered(0x3a, 'colon semi lt equals gt quest commat'),
  ...numbered(0x5b, 'lsqb bsol rsqb Hat lowbar grave'),
  ...numbered(0x7b, 'lcub verbar rcub'),
  ...numbered(
    0xa0,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 ' +
      'acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest',
  ),
  ...numbered(
    0xc0,
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
      'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig',
  ),
  ...numbered(
    0xe0,
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
      'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
  ),
]);

function numbered(first: number, names: string): [number, string][] {
  return names
    .split(' ')
    .map((name, offset): [number, string] => [first + offset, name])
    .filter(([, name]) => name !== '-');
}
