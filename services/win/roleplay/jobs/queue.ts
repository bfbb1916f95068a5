export const JUDGE_QUEUE = 'roleplay-judge';
