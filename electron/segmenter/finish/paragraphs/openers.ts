/** Words with which a paragraph likes to begin. They turn the scale only where the lines' widths tell nothing. */

/** 据悉，… 记者了解到，… 与此同时，… */
const CHINESE =
  /^(?:据(?!此)|记者|另据|另外|此外|同时|与此同时|目前|日前|近日|昨[日天]|今年|去年|截至|对此|对于|随着|不过|然而|但是|其次|最后|首先|第[一二三四五六]|[一二三四五六七八九十]是|下一步|接下来|近年来|近期|当[天日晚]|事实上|实际上|活动[中现]|会上|会议|“|《|\p{sc=Han}{2,4}(?:表示|介绍|认为|指出|说|称|告诉))/u;

/** He said… But analysts… In a statement… */
const WESTERN = /^(?:["“]|The |But |He |She |In a |However|Meanwhile|Mr\.? |M\. |Le |La |Les |Mais |Der |Die |Das )/u;

export const opensOften = (text: string, cjk: boolean): boolean => (cjk ? CHINESE : WESTERN).test(text);
