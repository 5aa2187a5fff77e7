import { isNode, nodesOf, parsed, type SyntaxNode, writtenParts } from './syntax-tree.ts';

/** A text that stands in a source file and would be shown in every language as it is. */
export interface HardCodedText {
  readonly line: number;
  readonly text: string;
}

/** What a screen reader says or a page shows, as a JSX attribute, a property of an object or of an element. */
const shownNames = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'ariaLabel',
  'caption',
  'help',
  'innerText',
  'label',
  'lead',
  'placeholder',
  'sentence',
  'textContent',
  'title',
]);

/** Every text in the file that a person would read and that is no `t(…)`. */
export function hardCodedTexts(path: string, code: string): HardCodedText[] {
  return [...nodesOf(parsed(path, code))].flatMap((node) =>
    shownBy(node)
      .filter(({ text }) => /\p{L}/u.test(text))
      .map(({ text, start }) => ({ line: code.slice(0, start).split('\n').length, text: text.trim() })),
  );
}

interface Written {
  readonly text: string;
  readonly start: number;
}

function shownBy(node: SyntaxNode): Written[] {
  const { type, start } = node;
  if (type === 'JSXText') return [{ text: String(node['value']), start }];
  if (type === 'JSXElement' || type === 'JSXFragment') {
    const children = node['children'] as SyntaxNode[];
    return children
      .filter((child) => child.type === 'JSXExpressionContainer')
      .flatMap((child) => outcomes(child['expression']));
  }
  if (type === 'JSXAttribute') return isShown(node['name']) ? outcomes(node['value']) : [];
  if (type === 'AssignmentExpression') {
    const { property } = node['left'] as { property?: unknown };
    return isShown(property) ? outcomes(node['right']) : [];
  }
  // In an object a small word alone is more often the name of something.
  if (type === 'Property' && isShown(node['key']))
    return outcomes(node['value']).filter(({ text }) => /\p{Lu}|\s/u.test(text));
  if (type === 'CallExpression') return ofCall(node);
  return sentence(node);
}

/** `setAttribute('aria-label', …)`. */
function ofCall(node: SyntaxNode): Written[] {
  const callee = node['callee'] as { property?: { name?: string } };
  const [name, value] = node['arguments'] as SyntaxNode[];
  const sets = callee.property?.name === 'setAttribute' && shownNames.has(String(name?.['value']));
  return sets ? outcomes(value) : [];
}

function isShown(name: unknown): boolean {
  return isNode(name) && shownNames.has(String(name['name'] ?? name['value']));
}

/** The literals that an expression can end in: what a condition only compares with is not shown. */
function outcomes(expression: unknown): Written[] {
  if (!isNode(expression)) return [];
  const parts = {
    JSXExpressionContainer: [expression['expression']],
    ConditionalExpression: [expression['consequent'], expression['alternate']],
    LogicalExpression: [expression['left'], expression['right']],
    BinaryExpression: expression['operator'] === '+' ? [expression['left'], expression['right']] : [],
    TemplateLiteral: [expression['expressions']].flat(),
  }[expression.type];
  const own = sentence(expression).length > 0 ? [] : writtenParts(expression);
  return [...own.map((text) => ({ text, start: expression.start })), ...(parts ?? []).flatMap(outcomes)];
}

/** A literal anywhere that reads as a sentence: a capital, then a second word. */
function sentence(node: SyntaxNode): Written[] {
  const text = writtenParts(node).join('…');
  return /^\p{Lu}\p{Ll}*['’]?\p{Ll}* \p{L}/u.test(text) ? [{ text, start: node.start }] : [];
}
