import { parseSync } from 'vite';

/** A node of a parsed file; what else it holds depends on its `type`. */
export interface SyntaxNode {
  type: string;
  start: number;
  [part: string]: unknown;
}

/** The syntax tree of one TypeScript file, JSX included. */
export function parsed(path: string, code: string): SyntaxNode {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return program as unknown as SyntaxNode;
}

/** A node and all below it, in the order of the text. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const part of Object.values(node).flat()) if (isNode(part)) yield* nodesOf(part);
}

/** Whether a part of a node is a node itself. */
export function isNode(part: unknown): part is SyntaxNode {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}

/** The written parts of a string or template literal; none for any other node. */
export function writtenParts(node: SyntaxNode): string[] {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  if (node.type !== 'TemplateLiteral') return [];
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  return quasis.map(({ value }) => value.cooked);
}
