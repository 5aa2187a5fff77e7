import { type Letter, letterLimits } from '../../shared/letter.ts';
import { visibleParagraphs, visibleText } from '../../shared/visible-text.ts';
import { inDigits, t } from '../words.ts';

/** What somebody wrote, as text and nothing else: no markup is obeyed, and nothing is fetched. */
export function LetterText({ letter: { text, textCut, headers } }: { letter: Letter }) {
  return (
    <div class="letter-parts">
      <section aria-labelledby="letter-text">
        <h2 class="letter-part" id="letter-text">
          {t('letters.record.text')}
        </h2>
        {text === '' ? (
          <p class="letter-meaning">{t(textCut ? 'letters.record.textUnread' : 'letters.record.noText')}</p>
        ) : (
          <blockquote class="letter-text" dir="auto">
            {visibleParagraphs(text, letterLimits.text)}
          </blockquote>
        )}
        {textCut && text !== '' && <p class="letter-meaning">{t('letters.record.textCut')}</p>}
      </section>
      {headers.length > 0 && (
        <details class="letter-headers">
          <summary>
            {t('letters.record.headers')} ({inDigits(headers.length)})
          </summary>
          <table lang="en">
            <tbody>
              {headers.map(({ name, value }, at) => (
                <tr key={at}>
                  <th scope="row">{visibleText(name, 200)}</th>
                  <td dir="auto">{visibleText(value, 4_000)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
