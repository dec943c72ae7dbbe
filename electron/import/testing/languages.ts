/** Sentences in the languages of our encodings, written for the tests, and their bytes. */
import iconv from 'iconv-lite';
import type { Encoding } from '../../../shared/model/source.ts';

/** What iconv-lite calls our encodings. */
export const ICONV: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
  big5: 'big5',
  shift_jis: 'cp932',
  'euc-kr': 'cp949',
  'windows-1252': 'win1252',
  'iso-8859-1': 'iso-8859-1',
};

/** The bytes of the text, without a byte order mark. */
export const encode = (text: string, encoding: Encoding): Uint8Array =>
  iconv.encode(text, ICONV[encoding], { addBOM: false });

export const SIMPLIFIED =
  '本报讯　昨日下午，全市春季造林现场会在城北苗圃召开。会议要求各乡镇抓住雨后有利时机，确保五月底前完成任务。\n';
export const TRADITIONAL =
  '本報訊　昨日下午，全市春季造林現場會在城北苗圃召開。會議要求各鄉鎮抓住雨後有利時機，確保五月底前完成任務。\n';
export const JAPANESE =
  '市は十日、駅前の再開発について説明会を開いた。住民からは「歩道を広げてほしい」という声が多く、来月もう一度話し合う。\n';
export const KOREAN =
  '시는 지난 십일 역 앞 재개발 계획을 설명하는 자리를 마련했다. 주민들은 보도를 넓혀 달라는 의견을 많이 냈다.\n';
export const GERMAN =
  'Der Gemeinderat hörte gestern die Klagen der Müller über das Hochwasser; „größere Dämme“ seien nötig.\n';
export const FRENCH =
  'Le préfet a visité hier l’école du village où l’on a fêté la fin des travaux. « Déjà ! » dit un élève.\n';
export const ENGLISH =
  'The council’s clerk said yesterday that “no plan” had been seen – none at all – for the bridge.\n';
