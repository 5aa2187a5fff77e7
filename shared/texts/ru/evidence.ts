import type { evidenceTexts as english } from '../en/evidence.ts';
import { plural } from './plural.ts';

export const evidenceTexts: typeof english = {
  attempt: (address, error, ms) => `${address} (${error ?? 'есть ответ'} через ${ms} мс)`,
  after: (attempts) => `, до этого: ${attempts}`,
  beforeTls: (greeting) => `до TLS, подлинность не подтверждена: ${greeting}`,
  loggedIn: (mechanism, username) => `${mechanism}, имя пользователя ${username}`,
  accepted: (from) => `${from}: принят`,
  messages: (count) => `${count} ${plural(count, 'письмо', 'письма', 'писем')}`,
  newest: (ids) => `, новейшие: ${ids}`,
  certificate: (owner, day) => `сертификат для ${owner}, действителен до ${day}`,
  noCertificate: 'сертификата нет',
  andMore: (first, more) => `${first} (и ещё ${more})`,
  trust: { validated: 'проверен', pinned: 'принят по закреплённому ключу', 'not validated': 'НЕ проверен' },
  again: 'Повторная попытка позже может помочь, ничего менять не нужно.',
  notAgain: 'Если ничего не изменить, повторная попытка не поможет.',
};
