import type { propertyTexts as english } from '../en/properties.ts';

export const propertyTexts: typeof english = {
  meanings: {
    'default.email.account.send': 'учётная запись SMTP для исходящих писем, в которых она не указана',
    'default.email.account.receive': 'учётная запись IMAP или POP3 для проверок почты, где она не указана',
    'simple.email.smtp.active': 'отправка включена или выключена',
    'simple.email.read.active': 'приём включён или выключен',
    'simple.email.test.user': 'если указано, письма отправляются только этим получателям',
    'mailprobe.test.every': 'с таким интервалом проверяются все активные учётные записи; 0 — выключено',
    'mailprobe.log.keep.days': 'сколько хранятся основной журнал и письма',
    'mailprobe.log.keep.records': 'сколько записей хранит основной журнал',
  },
  units: { minutes: 'минут', days: 'дней', records: 'записей' },
  accountId: (name) => `${name}: нужен ID учётной записи (18 цифр) или пустое значение.`,
  onOrOff: (name) => `${name}: включено или выключено (true или false).`,
  addressList: (name) => `${name}: нужен список адресов.`,
  mostAddresses: (name, most) => `${name}: не больше ${most} адресов.`,
  noAddress: (text) =>
    `«${text}» — не адрес почты: напишите его как name@example.com, без отображаемого имени.`,
  wholeNumber: (name, unit, least, most) => `${name}: целое число ${unit} от ${least} до ${most}.`,
  noSuchAccount: (name, id) => `${name}: учётной записи с ID ${id} нет.`,
  wrongType: (name, wanted, account, type) =>
    `${name}: нужна учётная запись ${wanted.join(' или ')}, а «${account}» — ${type}.`,
  notActive: (name, account) =>
    `${name}: «${account}» неактивна, поэтому автоматические задания её не используют.`,
};
