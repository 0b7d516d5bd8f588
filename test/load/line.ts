/** The LINE simulator as a process of its own, with the demo's people and places. Tells its port; ends with who started it. */
import process from 'node:process'
import { demoPeople, demoPlaces } from '../../prisma/seed/demo'
import { createPlatform } from '../../simulator/platform'
import { listen } from '../../simulator/platform/listen'

const { LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, WEBHOOK_URL } = process.env
const platform = createPlatform({
  channelId: '1500000012',
  channelSecret: LINE_CHANNEL_SECRET!,
  channelAccessToken: LINE_CHANNEL_ACCESS_TOKEN!,
  webhookUrl: WEBHOOK_URL!,
  people: demoPeople,
  places: demoPlaces,
  quotaLimit: null,
})
const { port } = await listen(platform, { port: 0 })
process.on('disconnect', () => process.exit())
process.send!({ port })
