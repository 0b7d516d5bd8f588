/*
 * Everything that can be done with a fault report, each in the transaction of the caller. What concerns the repair is in
 * `workOrders/commands.ts`.
 */
export { addNote, attachPhoto } from './details'
export { eraseMessage } from './erase'
export { photoRefused } from './photoRefused'
export { finish, releaseDue } from './release'
export { reportFault } from './report'
export { undoMs } from './rules'
export { answerVerdict, giveStars } from './verdict'
export { changeCamera, changeSymptom, withdraw } from './withdraw'
