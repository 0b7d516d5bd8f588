import type { Deliveries } from '../../domain/notices/queries'
import type { ProvinceOverview } from '../../domain/overview'
import type { Talk } from '../dialogue'
import type { Locale } from '../locale'
import type { Utterance } from '../say'
import type { Row } from './card'
import { statusLabels } from '../../domain/labels/cameras'
import { inLanguage } from '../../domain/labels/label'
import { thaiDateTime } from '../../domain/time/bangkok'
import { cardMessage } from './card'

const shown = ['NORMAL', 'DAMAGED', 'UNDER_REPAIR', 'UNUSABLE'] as const

/** How a province's cameras and repairs stand, as of now; for its secretary also how notices get through. */
export function overviewCard(overview: ProvinceOverview, sent: Deliveries | null, talk: Talk): Utterance {
  const { t, person: { language }, act } = talk
  const { cameras, open, overdue, withoutAgency, toConfirm, repairedThisMonth, medianDays } = overview
  const name = language === 'TH' ? overview.nameTh : overview.nameEn
  const many = (count: number) => count.toLocaleString('en-US')
  const statuses = shown.map((status): Row => {
    const share = cameras.total ? ` (${(cameras[status] / cameras.total * 100).toFixed(1)}%)` : ''
    return [`${statusLabels[status].sign} ${inLanguage(statusLabels[status], language)}`, `${many(cameras[status])}${share}`]
  })
  const rows: Row[] = [
    [t.work.cameras, many(cameras.total)],
    ...statuses,
    [t.work.openWork, t.work.jobs(open)],
    [t.work.overdue, t.work.jobs(overdue)],
    [t.work.withoutAgency, withoutAgency ? t.work.jobs(withoutAgency) : ''],
    [t.work.toConfirm, toConfirm ? t.work.jobs(toConfirm) : ''],
    [t.work.repairedThisMonth, t.work.jobs(repairedThisMonth)],
    [t.work.medianDays, medianDays === null ? t.work.noFigure : t.work.daysExactly(medianDays)],
    ...(sent ? deliveryRows(sent, t) : []),
  ]
  const title = t.work.overviewTitle(name)
  const mayWork = talk.can.some(({ word }) => word(t) === t.menu.myWork)
  return cardMessage([title, ...rows.filter(([, value]) => value).map(([label, value]) => `${label} ${value}`)].join(' · '), {
    title,
    chip: overdue ? { word: `${t.work.overdue} ${t.work.jobs(overdue)}`, tone: 'damaged' } : { word: t.work.noneOverdue, tone: 'normal' },
    rows,
    wideLabels: true,
    note: t.work.asOf(thaiDateTime(act.now, language)),
    buttons: mayWork ? [{ label: t.menu.myWork, word: t.menu.myWork }] : [],
    plain: true,
  })
}

function deliveryRows({ used, limit, held, unreachable }: Deliveries, { work }: Locale): Row[] {
  return [
    [work.quota, limit === null ? `${used}` : `${used}/${limit}`],
    [work.heldBack, held ? `${held}` : ''],
    [work.unreachablePeople, unreachable ? work.people(unreachable) : ''],
  ]
}
