import { type ServiceCommand, wordsOf } from './service-command.ts';
import { xmlText } from './xml-text.ts';

/** The agent's name, and that of its file. */
export const agentLabel = 'mailprobe.daemon';

/**
 * A launchd agent that keeps the daemon running from login on. stdout goes nowhere, since `start` prints a
 * pairing code there. `Umask` is decimal: 63 is 077.
 */
export function launchdAgent(command: ServiceCommand): string {
  const words = wordsOf(command).map((word) => `    <string>${xmlText(word)}</string>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${agentLabel}</string>
  <key>ProgramArguments</key>
  <array>
${words.join('')}  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>10</integer>
  <key>ProcessType</key>
  <string>Background</string>
  <key>Umask</key>
  <integer>63</integer>
  <key>HardResourceLimits</key>
  <dict>
    <key>Core</key>
    <integer>0</integer>
  </dict>
  <key>StandardOutPath</key>
  <string>/dev/null</string>
  <key>StandardErrorPath</key>
  <string>/dev/null</string>
</dict>
</plist>
`;
}
