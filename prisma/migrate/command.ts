import process from 'node:process'
import { startEmbeddedPostgres } from '../../server/database/embedded'

/**
 * Runs one command-line tool: prints the sentence it returns, or the one it fails with (then the exit code is 1).
 * @param url of the database; without one, the embedded server of DATA_DIR is used, and started when it does not run
 * @param work gets the URL
 */
export async function command(url: string | undefined, work: (url: string) => Promise<string>): Promise<void> {
  let stop = async (): Promise<void> => {}
  try {
    if (!url) { ({ url, stop } = await startEmbeddedPostgres({ dataDir: process.env.DATA_DIR || '.data', shared: true })) }
    console.log(await work(url))
  }
  catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
  finally {
    await stop()
  }
}
