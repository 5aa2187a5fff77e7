// What of papaparse is used here. Its published types bring those of Node and the DOM, and shared/ has neither.
declare module 'papaparse' {
  interface Parsed {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly type: string; readonly row?: number }[];
  }
  const Papa: {
    parse(text: string, options: { delimiter: string; newline: '\n' | '\r'; preview: number }): Parsed;
    unparse(lines: readonly (readonly string[])[], options: { quotes: true; newline: '\r\n' }): string;
  };
  export default Papa;
}
