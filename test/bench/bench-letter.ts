/** A letter as people and shops write them: text, HTML, now and then an attachment of half a megabyte. */
export function benchLetter(nth: number): string {
  const boundary = `part-${nth}`;
  const paragraph = `Line ${nth}: the quick brown fox jumps over the lazy dog, and nobody minds. `;
  const text = Array.from({ length: 3 + (nth % 20) }, (_, at) => `${at}. ${paragraph}`).join('\r\n');
  const rows = Array.from(
    { length: 5 + (nth % 40) },
    (_, at) => `<tr><td>${at}</td><td>${paragraph}</td></tr>`,
  );
  const attachment = nth % 200 === 0 ? `${'QUJD'.repeat(19)}\r\n`.repeat(7_000) : '';
  return [
    'Received: from mx.example.org by mail.test; Mon, 23 Nov 2026 03:00:00 +0000',
    `From: =?utf-8?q?S=C3=B8ren?= ${nth} <sender${nth % 97}@example.org>`,
    'To: Reader <reader@mail.test>',
    `Subject: =?utf-8?q?Letter_${nth}_of_many?=`,
    `Message-ID: <${nth}@example.org>`,
    'Date: Mon, 23 Nov 2026 03:00:00 +0000',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...(nth % 3 === 0 ? [] : [`--${boundary}`, 'Content-Type: text/plain; charset=utf-8', '', text]),
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body><h1>Letter ${nth}</h1><table>${rows.join('\r\n')}</table></body></html>`,
    ...(attachment
      ? [
          `--${boundary}`,
          'Content-Type: application/octet-stream',
          'Content-Transfer-Encoding: base64',
          '',
          attachment,
        ]
      : []),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
