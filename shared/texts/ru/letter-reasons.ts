import { testLetterMinutes } from '../../test-letter-minutes.ts';
import type { letterReasonTexts as english } from '../en/letter-reasons.ts';

export const letterReasonTexts: typeof english = {
  account_deleted: 'Mailprobe больше не пытается его отправить: учётная запись письма удалена.',
  record_damaged:
    'Mailprobe больше не пытается его отправить: запись о письме повреждена, или его нельзя составить.',
  test_over: `Mailprobe больше не пытается его отправить: проверочное письмо пытаются отправить не дольше ${testLetterMinutes} минут.`,
  daemon_ended: 'Mailprobe завершил работу, не успев передать письмо серверу: его никто не получил.',
  unreadable: 'Mailprobe не удаётся прочитать это письмо: ни один способ не подошёл.',
  not_kept: 'Mailprobe не может сохранить это письмо целиком: то, чего здесь нет, опущено.',
  nothing_given: 'Сервер не выдаёт ничего из этого письма.',
  withheld: 'Сервер показывает это письмо в списке, но не выдал его, хотя его запросили дважды.',
  short: {
    account_deleted: 'Mailprobe: учётной записи нет',
    record_damaged: 'Mailprobe: запись повреждена',
    test_over: 'Mailprobe: время проверки вышло',
    daemon_ended: 'Mailprobe: работа прервана',
    unreadable: 'Mailprobe: прочитать не удалось',
    not_kept: 'Mailprobe: сохранено не всё',
    nothing_given: 'Mailprobe: сервер ничего не дал',
    withheld: 'Mailprobe: сервер не выдал',
  },
};
