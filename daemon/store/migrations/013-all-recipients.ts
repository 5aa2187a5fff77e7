import { folded } from '../../../shared/condition/folded.ts';
import type { Migration } from '../migration.ts';

/** Conditions ask for Cc and Bcc as well when they ask for recipients. */
export const allRecipientsFolded: Migration = {
  name: 'all recipients',
  up(db) {
    db.function('folded', { deterministic: true }, (text) => folded(String(text)));
    db.exec(`
      UPDATE letters SET recipients_folded = (
        SELECT folded(concat_ws(', ', nullif(recipients, ''), nullif(cc, ''), nullif(bcc, '')))
        FROM letter_texts WHERE letter = letters.seq)
      WHERE seq IN (SELECT letter FROM letter_texts WHERE cc IS NOT NULL OR bcc IS NOT NULL)
    `);
  },
};
