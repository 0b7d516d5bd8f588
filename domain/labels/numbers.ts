/** What people write around an amount of money. */
export const bahtWords = ['บาทถ้วน', 'บาท', 'baht', 'thb', '฿']

/** Words that multiply the number before them, and how many zeros they stand for. */
export const multiplierWords = [
  { word: 'พัน', zeros: 3 },
  { word: 'หมื่น', zeros: 4 },
  { word: 'แสน', zeros: 5 },
  { word: 'ล้าน', zeros: 6 },
]

/** The unit of money after the number. */
export const bahtUnit = { th: 'บาท', en: 'baht' } as const
