/** Variables of the environment. */
export declare const glibcSettings: Readonly<Record<string, string>>;
