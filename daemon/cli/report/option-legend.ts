/** The form's names that the explanations use, where the option is called otherwise. */
const optionOf = {
  'User Name': '--user',
  'Enable SSL': '--ssl',
  'Enable TLS': '--tls',
  'Disable Certificate Validation': '--insecure',
  'Enable Debug': '--debug',
};

/** Which options the names in these sentences stand for; empty when none needs saying. */
export function optionLegend(sentences: readonly string[]): string {
  const named = Object.entries(optionOf).filter(([name]) => sentences.some((text) => text.includes(name)));
  if (named.length === 0) return '';
  return `On the command line, ${named.map(([name, option]) => `${name} is ${option}`).join(', ')}.`;
}
