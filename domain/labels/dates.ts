/** Months as they are shortened in dates, January first. */
export const months = {
  th: ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const

/** Days near today; `{time}` is the clock. */
export const nearDays = {
  yesterday: { th: 'เมื่อวาน {time}', en: 'yesterday {time}' },
  today: { th: 'วันนี้ {time}', en: 'today {time}' },
  tomorrow: { th: 'พรุ่งนี้ {time}', en: 'tomorrow {time}' },
} as const

/** The clock: Thai writes น. after it. */
export const clock = { th: '{time} น.', en: '{time}' } as const
