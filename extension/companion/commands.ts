/** What a person types into the terminal, in Mailprobe's folder. */
export const commands = {
  start: 'npm start',
  pair: 'npx mailprobe pair',
  clients: 'npx mailprobe clients',
  reset: 'npx mailprobe reset',
  update: 'git pull && npm start',
};
