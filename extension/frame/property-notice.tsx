import '../style/notice.css';

interface PropertyNoticeProps {
  title: string;
  words: string;
  property: string;
}

/** What a system property makes of all that is done in a room, with the way to it. */
export function PropertyNotice({ title, words, property }: PropertyNoticeProps) {
  return (
    <section class="notice notice-caution" role="status" aria-label={title}>
      <h2 class="notice-title">{title}</h2>
      <p>
        {words} <a href={`#/properties/${property}`}>{property}</a>
      </p>
    </section>
  );
}
