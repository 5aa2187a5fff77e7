/** What a field of an account breaks. */
export const rules = {
  serverMissing: 'Server is missing: type the host name of the mail server, such as imap.example.com.',
  serverLong: 'Server is longer than a host name can be (253 characters).',
  serverScheme: 'Server is a host name alone: leave out the scheme (such as imaps://).',
  serverForm: 'Server is a host name or an IP address alone: no port, path, user or blanks.',
  portRange: 'Port is a number from 1 to 65535.',
  portWhole: 'Port is a whole number from 1 to 65535.',
  usernameMissing: 'User Name is missing.',
  usernameLong: 'User Name is longer than 320 characters.',
  usernameLine: 'User Name must be one line of text.',
  fromLong: 'From is longer than 512 characters.',
  fromLine: 'From must be one line of text.',
  fromMissing: 'From is missing: SMTP needs the sender address.',
  fromForm: 'From holds no address, or more than one: write ada@example.com or Ada <ada@example.com>.',
  pinForm: 'Pin is the SHA-256 of the public key in base64: 44 characters.',
  sslAndTls:
    'Enable SSL and Enable TLS exclude each other: SSL for ports 465, 993, 995; TLS (STARTTLS) for 587, 143, 110.',
  plainText:
    'Without SSL or TLS the password travels in plain text: enable one of them, or confirm plain text.',
  nameMissing: 'Name is missing.',
  nameLong: 'Name is longer than 128 characters.',
  nameLine: 'Name must be one line of text.',
  labelLine: 'Email User Label must be one line of text.',
};

export type RuleName = keyof typeof rules;
