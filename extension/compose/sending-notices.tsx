import { visibleText } from '../../shared/visible-text.ts';
import { PropertyNotice } from '../frame/property-notice.tsx';
import { isolated } from '../isolated.ts';
import { properties } from '../state/properties.ts';
import { t } from '../words.ts';

/** What system properties make of a letter, told before it is sent. */
export function SendingNotices() {
  const values = properties.value?.values;
  const instead = values?.['simple.email.test.user'] ?? [];
  return (
    <>
      {values?.['simple.email.smtp.active'] === false && (
        <PropertyNotice
          title={t('compose.off.title')}
          words={t('compose.off.words')}
          property="simple.email.smtp.active"
        />
      )}
      {instead.length > 0 && (
        <PropertyNotice
          title={t('compose.redirected.title')}
          words={t('compose.redirected.words', { addresses: isolated(visibleText(instead.join(', '), 500)) })}
          property="simple.email.test.user"
        />
      )}
    </>
  );
}
