import type { english } from './en.ts';

/** The Russian words of `texts/en.ts`. */
export const russian: typeof english = {
  sendingOff: 'Отправка выключена: включите свойство simple.email.smtp.active и повторите.',
  noRecipient: (name) =>
    `Имя пользователя учётной записи «${name}» — не адрес электронной почты: укажите адрес, письма на который она получает.`,
  notAnAddress: (recipient) => `«${recipient}» — не адрес электронной почты.`,
  testUsers: (recipient) =>
    `Письма уходят только получателям из свойства simple.email.test.user, а адреса ${recipient} среди них нет: добавьте его туда или очистите свойство.`,
};
