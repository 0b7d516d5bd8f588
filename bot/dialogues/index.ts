import type { Dialogue } from '../dialogue'
import { accessRequests, decideAccess } from './accessRequests'
import { addToReport } from './addToReport'
import { approvals, approveFootage, declineFootage } from './approveFootage'
import { askAccess } from './askAccess'
import { askCooperation } from './askCooperation'
import { assign } from './assign'
import { changeOwnCamera, pauseCamera, unpauseCamera } from './changeOwnCamera'
import { camerasToCheck, decideCamera, ownerContact } from './checkCameras'
import { answerCooperation, cooperation, cooperationList } from './cooperation'
import { duplicate } from './duplicate'
import { follow, unfollow } from './follow'
import { appointFootage, awaitTechnician, footageDown, preserveFootage, refuseFootage, writeToOfficers } from './footageAnswers'
import { footageAsk, requestsToMe } from './footageAsks'
import { footageHash, missFootage, receiveFootage, writeToCustodian } from './footageOutcome'
import { cancelFootage, footageRequest, myRequests } from './footageRequests'
import { forward } from './forward'
import { help } from './help'
import { invite } from './invite'
import { language } from './language'
import { logFootage, undoLog } from './logFootage'
import { affirmCamera, cameraWorks, contactLooks, myCameras, privateCamera } from './myCameras'
import { myWork } from './myWork'
import { nearMe } from './nearMe'
import { overview } from './overview'
import { acknowledge, resume, start } from './plainMoves'
import { privacy, withdrawConsent } from './privacy'
import { problem, problems, restoreProblem, withdrawProblem } from './problems'
import { proposals, restoreProposal, withdrawProposal } from './proposals'
import { propose } from './propose'
import { register } from './register'
import { describeCamera, registerCamera } from './registerCamera'
import { reject } from './reject'
import { repair } from './repair'
import { report } from './report'
import { reportMore } from './reportMore'
import { requestFootage } from './requestFootage'
import { removeRisk, restoreRisk, riskPoints, tellRisk } from './riskPoints'
import { track } from './track'
import { changeSymptom, reportAgain, withdraw } from './undoReport'
import { useGroup } from './useGroup'
import { stars, verdict } from './verdict'
import { wait } from './wait'
import { whichWork } from './whichWork'
import { work, workPhotos } from './work'
import { priority, workNote } from './workDetails'

/** All dialogues, in the order of the menu. A new one is a file and a line here. */
const table: Dialogue[] = [
  report,
  track,
  myWork,
  requestFootage,
  nearMe,
  logFootage,
  myRequests,
  requestsToMe,
  approvals,
  askCooperation,
  cooperationList,
  overview,
  propose,
  proposals,
  problem,
  problems,
  riskPoints,
  accessRequests,
  invite,
  registerCamera,
  myCameras,
  camerasToCheck,
  privacy,
  register,
  help,
  language,
  withdrawProposal,
  restoreProposal,
  withdrawProblem,
  restoreProblem,
  tellRisk,
  removeRisk,
  restoreRisk,
  reportMore,
  addToReport,
  withdraw,
  changeSymptom,
  reportAgain,
  follow,
  unfollow,
  verdict,
  stars,
  askAccess,
  decideAccess,
  useGroup,
  acknowledge,
  assign,
  start,
  wait,
  resume,
  repair,
  forward,
  reject,
  duplicate,
  priority,
  workNote,
  cancelFootage,
  approveFootage,
  declineFootage,
  footageRequest,
  receiveFootage,
  missFootage,
  footageHash,
  writeToCustodian,
  footageAsk,
  preserveFootage,
  appointFootage,
  awaitTechnician,
  footageDown,
  refuseFootage,
  writeToOfficers,
  undoLog,
  cooperation,
  answerCooperation,
  whichWork,
  work,
  workPhotos,
  describeCamera,
  privateCamera,
  changeOwnCamera,
  pauseCamera,
  unpauseCamera,
  contactLooks,
  affirmCamera,
  cameraWorks,
  withdrawConsent,
  decideCamera,
  ownerContact,
]

/** Dialogues by name. */
export const dialogues: Record<string, Dialogue> = Object.fromEntries(table.map(of => [of.name, of]))
