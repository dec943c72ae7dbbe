/** English newspapers, British and American, nineteenth century and on. */
import type { PageTable } from '../page-table.ts';

export const en: PageTable = {
  language: 'en',
  common: ['the', 'of', 'and', 'to', 'that', 'was', 'with', 'which', 'from', 'said', 'were', 'his', 'their', 'had'],
  rows: [
    {
      id: 'en/dateline-agency',
      sign: 'opener',
      pattern:
        /^[A-Z][A-Z.'’ -]{2,28}(?:, [A-Z][A-Za-z. ]{1,20})?\s?\((?:AP|UPI|UP|INS|Reuters?|Reuter|AFP|NYT|LAT)\)/u,
      weight: 1,
      line: 'LA GRANGE (AP) — It’s not exactly as serious',
    },
    {
      id: 'en/dateline-dash',
      sign: 'opener',
      pattern: /^[A-Z][A-Z.'’ -]{2,28}(?:, [A-Z][\w.]{1,12}\.?(?: \d{1,2})?)?\s*[—–-]{1,2}\s/u,
      weight: 1,
      line: 'LONDON, March 9 - Two new eurosterling bonds',
    },
    {
      id: 'en/dateline-date',
      sign: 'opener',
      pattern: /^[A-Z][A-Z.'’ -]{2,28}, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b/u,
      weight: 1,
      line: 'TOKYO, March 25  Bank of',
    },
    {
      id: 'en/dateline-lost-dash',
      sign: 'opener',
      pattern: /^[A-Z][A-Z.'’ -]{3,28}\s{2,}[A-Z"“]/u,
      weight: 0.9,
      line: 'HOUSTON  The U.S. Economy continued to',
    },
    {
      id: 'en/agency-bracket',
      sign: 'opener',
      pattern: /^\((?:AP|UPI|Reuters?)\)\s?[—–-]/u,
      weight: 0.7,
      line: '(AP) — The United Arab Emirates',
    },
    {
      id: 'en/old-dateline',
      sign: 'opener',
      pattern: /^[A-Z][\w-]+, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}[.,—–-]/u,
      weight: 0.8,
      line: 'Cadiz, Nov. 14.—The French have',
    },
    {
      id: 'en/run-in-head',
      sign: 'opener',
      pattern: /^[A-Z][A-Z' ,.-]{3,40}[.]\s?[—–-]/u,
      weight: 0.8,
      line: 'FIRE.—The neighbourhood of Long-acre was',
    },
    {
      id: 'en/yesterday',
      sign: 'softOpener',
      pattern:
        /^(?:Yesterday|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Last (?:night|week)|This morning|We (?:are|have|understand|learn)|It is (?:said|reported|stated))\b/u,
      weight: 0.5,
      line: 'Yesterday morning, about ten o’clock',
    },
    {
      id: 'en/byline',
      sign: 'byline',
      pattern:
        // AND is a word of capitals like any other: told apart from them, a line of many would be read in every possible way.
        /^(?:By|BY)\s+[A-Z][\p{L}.'’-]+(?:\s+(?:(?:and|&)\s*)?[A-Z][\p{L}.'’-]*)*(?:\s+(?:and|AND)\s+[A-Z].*)?$/u,
      weight: 1,
      line: 'By MICHAEL QUINTANILLA',
    },
    {
      id: 'en/byline-staff',
      sign: 'byline',
      pattern:
        /^(?:(?:Of|OF) (?:the|THE) .{2,30}\b(?:[Ss]taff|STAFF)|.{0,30}\b(?:Staff [Ww]riter|[Ss]taff [Rr]eporter|Staff Correspondent|STAFF WRITER)s?|Special to (?:the|The) .{2,30})$/u,
      weight: 1,
      line: 'Of the Tribune Staff',
    },
    {
      id: 'en/byline-agency',
      sign: 'byline',
      pattern:
        /^(?:The )?(?:ASSOCIATED PRESS|Associated Press|THE ASSOCIATED PRESS|UNITED PRESS(?: INTERNATIONAL)?|United Press International|REUTERS?|Reuters?|From (?:wire|news) services?|.{2,24} News Service|.{2,24} NEWS SERVICE)$/u,
      weight: 0.9,
      line: 'ASSOCIATED PRESS',
    },
    {
      id: 'en/signature',
      sign: 'byline',
      pattern: /^[—–-]\s?[A-Z][\p{L}.'’]+(?: [A-Z][\p{L}.'’]*){1,3}$/u,
      weight: 0.9,
      line: '— Kevin Ahmed',
    },
    {
      id: 'en/signature-end',
      sign: 'closer',
      pattern: /[.!?”"]\s[—–-]\s?[A-Z][\p{L}.'’]+(?: [A-Z][\p{L}.'’]*){1,2}$/u,
      weight: 0.6,
      line: 'said in a statement. — Kevin Ahmed',
    },
    {
      id: 'en/signed-agency',
      sign: 'closer',
      pattern: /\((?:AP|UPI|Reuters?|Reuter)\)\.?$/u,
      weight: 0.7,
      line: 'no further details. (Reuters)',
    },
    {
      id: 'en/photo',
      sign: 'photo',
      pattern:
        /\b(?:[Pp]hoto(?:graph)?s? (?:by|courtesy)|PHOTO BY|Staff [Pp]hoto|AP (?:[Ww]ire)?[Pp]hoto|[Pp]icture by|Wirephoto)/u,
      weight: 1,
      line: 'Staff photo by Michael Carter',
    },
    {
      id: 'en/page-mark',
      sign: 'furniture',
      pattern: /^(?:[A-Z]?-?\d{1,2}[A-Z]?|Page (?:\d+|[A-Z]\d*)|PAGE \d+)$/u,
      weight: 0.9,
      line: 'A1',
    },
    {
      id: 'en/date-line',
      sign: 'furniture',
      pattern:
        /\b(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|SUNDAY|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY),? (?:the )?(?:[A-Z][a-z]+|[A-Z]{3,9})\.?,? \d{1,2},? (?:1[6-9]|20)\d\d/u,
      weight: 1,
      line: 'The Harbor Courier, Monday, October 16, 1995',
    },
    {
      id: 'en/volume',
      sign: 'furniture',
      pattern:
        /\b(?:VOL(?:UME)?\.?|Vol\.|NO\.|No\.) ?[\dIVXLC]+\b.*(?:\d|PRICE|Price)|\bPRICE\b.*\b(?:cents|PENCE|d\.)/u,
      weight: 0.8,
      line: 'No. 41.] SUNDAY, NOVEMBER 3, 1811. [Price 6½d.',
    },
    {
      id: 'en/leaders',
      sign: 'furniture',
      pattern: /\.{5,}\s?\S{0,6}$/u,
      weight: 0.8,
      line: 'Bridge.........................2C',
    },
    {
      id: 'en/section',
      sign: 'section',
      pattern:
        /^(?:(?:NEWS|News|BUSINESS|Business|WORLD|World|LOCAL|Local|NATIONAL|MARKET|CAPITAL|COMPANY|SPORTS|CITY|FOREIGN|STATE|DOMESTIC)\b.{0,24}|.{0,18}\b(?:BRIEFS?|Briefs?|DIGEST|Digest|NOTES|Notes|WATCH|REPORT|INTELLIGENCE|NEWS|News)|Briefly|In Brief|THE [A-Z]{4,12})$/u,
      weight: 0.6,
      line: 'News in Brief',
    },
    {
      id: 'en/wanted',
      sign: 'ad',
      pattern:
        /^(?:HELP |SITUATIONS? )?(?:WANTED|FOR SALE|FOR RENT|TO LET|LOST|FOUND|AUCTION|LEGAL NOTICE|PUBLIC NOTICE|NOTICE)\b/u,
      weight: 0.9,
      line: 'HELP WANTED',
    },
    {
      id: 'en/apply',
      sign: 'ad',
      pattern:
        /(?:this newspaper\.?$|\bBox \d{2,4}\b|\b(?:[Aa]pply|APPLY) (?:in writing|to|at|by letter)\b|\b(?:[Tt]el|[Pp]hone|[Cc]all)\.? ?\(?\d{3}|per (?:bottle|box)|\bsold by\b)/u,
      weight: 0.8,
      line: 'Apply in writing to Box 399, this newspaper.',
    },
    {
      id: 'en/jump-from',
      sign: 'jump',
      pattern: /^\(?(?:Continued|CONTINUED|Cont[’']?d|cont[’']?d|continued) (?:from|FROM)\b.*$/u,
      weight: 1,
      line: 'Continued from Page 1',
    },
    {
      id: 'en/jump',
      sign: 'jump',
      pattern:
        /^\(?(?:(?:Continued|CONTINUED|Cont[’']?d|cont[’']?d|continued) (?:on|ON|in)\b.*|(?:See|SEE|Turn to|TURN TO|Please turn to)\b.{0,32}\b(?:[Pp]age|PAGE|Page|back)\b.{0,6}|(?:Details|Picture|Story|Related story|Photo)s?,? .{0,10}\b(?:Page|page|Sec)\b.{0,8})\)?$/u,
      weight: 1,
      line: 'Continued on Page 4',
    },
    { id: 'en/bullet', sign: 'bullet', pattern: /^[•●■◆▪►*]\s?\S/u, weight: 0.8, line: '• Three firms said' },
  ],
};
