import { en, type Messages } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type { Messages } from './en.ts';

/**
 * The texts in a language: Simplified Chinese where it is Chinese written so, English for all others.
 *
 * @example messagesIn('zh-CN').insert // 插入模型
 */
export const messagesIn = (language: string): Messages => (isSimplified(language) ? zhCn : en);

/** The language that the pane is then in, for the page to say. */
export const languageOf = (language: string): 'en' | 'zh-CN' => (isSimplified(language) ? 'zh-CN' : 'en');

const isSimplified = (language: string): boolean => /^zh(?!.*(hant|tw|hk|mo))/i.test(language);
