/** What `mailprobe` alone says. */
export function overview(commands: Record<string, { summary: string }>): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}  ${summary}`);
  return `Mailprobe tests email accounts (SMTP, IMAP, POP3) and says why one fails.

Usage, in the folder of Mailprobe: npx mailprobe COMMAND [options]

Commands
${lines.join('\n')}
  help        Explain a command, such as: npx mailprobe help test

Start here (it asks for the password, and nothing is stored)
  npx mailprobe test --type imap --server imap.example.com \\
    --user ada@example.com

Options
  --help      Show this text.
  --version   Show the version.
`;
}
