import type { Pattern } from './pattern.ts';

/** Wordings that only hint at a cause: a code that names one outranks them. */
export const generalPatterns: Pattern[] = [
  {
    // Exactly these words and capitals are signatures: Microsoft's IMAP says no more whatever the reason is, and GMX and
    // web.de say the same for a wrong password and for IMAP or POP3 access that is switched off.
    kind: 'auth_ambiguous',
    says: [
      /^(?:\S{1,64} )?NO (?:LOGIN|AUTHENTICATE) failed\.?$/m,
      /^(?:-ERR|(?:\S{1,64} )?NO) authentication failed$/m,
      /^535 Authentication credentials invalid\.?$/m,
    ],
    at: ['login'],
  },
  {
    // Signatures again: Yahoo repeats the command, iCloud and Fastmail have their own capitals; all want an app password.
    kind: 'auth_app_password_likely',
    says: [
      /NO \[AUTHENTICATIONFAILED\] (?:LOGIN|AUTHENTICATE) Invalid credentials$|#MBR\d+/m,
      /NO \[AUTHENTICATIONFAILED\] Authentication Failed$/m,
      /^(?:\S{1,64} )?NO Incorrect username or password\.?$|^535 5\.7\.0 Incorrect username or password/im,
    ],
    at: ['login'],
  },
  {
    // Words that name the credentials hold even in a 4yz reply; a bare "authentication failed" does not.
    kind: 'auth_bad_credentials',
    says: [
      /(?:invalid|incorrect|wrong|\bbad) (?:user ?names?|log-?in|passw\w*|credentials)|(?:user ?names?|passw\w*|credentials) (?:is |are )?(?:invalid|incorrect|wrong|not accepted)/i,
    ],
    at: ['login'],
  },
  {
    kind: 'auth_bad_credentials',
    says: [
      /(?:invalid|incorrect|wrong|\bbad|unknown|unrecogni[sz]ed|mismatched)[^\n]{0,25}\b(?:credentials?|user ?names?|user|log-?in|logon|passw\w*|pass|account|auth\w*|e-?mail)/i,
      /\b(?:credentials?|user ?name|user|log-?in|logon|passw\w*|pass|account|auth\w*|sign-?in)\b[^\n]{0,40}(?:invalid|incorrect|wrong|fail|not (?:accepted|valid|found|match|correct|recogni[sz]ed|exist)|unsuccessful|reject|denied|refused|mismatch|error|\bbad\b|n.t (?:exist|match)|unknown)/i,
      /no such user|access denied|permission denied|unable to log ?(?:on|in)|could not log|can.?t log/i,
    ],
    at: ['login'],
    lasting: true,
  },
  {
    kind: 'protocol_error',
    says: [
      /syntax error|(?:unknown|bad|invalid|unrecogni[sz]ed|null|unsupported) (?:command|cmd|tag)|command[^\n]{0,20}(?:unrecogni[sz]ed|not recogni[sz]ed|unknown|invalid|not valid|not understood)/i,
      /send (?:helo|ehlo)|(?:helo|ehlo) first|polite people|bad sequence|line (?:is )?too long|protocol (?:error|violation)|synchroni[sz]ation error|pipelining|missing argument|unimplemented|command not allowed|wrong state/i,
    ],
  },
  {
    kind: 'connection_closed',
    says: [
      /autologout|inactiv|\bidle\b|time-?d? ?out|signing off|logging out|connection (?:is |was )?closed|clos(?:ing|ed) (?:the )?(?:connection|transmission)|disconnect/i,
    ],
  },
  { kind: 'server_temporary', says: [/try (?:again|later)|temporar|retry later|overload|server busy/i] },
  {
    kind: 'server_temporary',
    says: [/(?:service|system|server|mailbox)[^\n]{0,30}(?:unavailable|not available|\bdown\b|\bbusy\b)/i],
    of: ['imap', 'pop3'],
  },
  {
    kind: 'server_error',
    says: [
      /internal (?:server )?(?:error|failure)|server (?:error|failure|bug)|fatal|panic|should not happen|refer to server log|configuration (?:error|problem)/i,
    ],
  },
];
