/** Refusals (see `index.ts`). People, their roles and how they get them. */
export const people = {
  invitationUnknown: {
    status: 404,
    th: 'ไม่พบรหัสเชิญนี้ ตรวจดูทีละตัวอักษร หรือขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code was not found. Check it letter by letter, or ask the provincial secretary for a new one.',
  },
  invitationPause: {
    status: 429,
    th: 'ใส่รหัสผิดหลายครั้ง รออีก {minutes} นาทีแล้วลองใหม่ หรือขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'Too many wrong codes. Wait {minutes} more minutes and try again, or ask the provincial secretary for a new one.',
  },
  invitationExpired: {
    status: 410,
    th: 'รหัสเชิญนี้หมดอายุแล้ว ขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code has expired. Ask the provincial secretary for a new one.',
  },
  invitationUsedUp: {
    status: 410,
    th: 'รหัสเชิญนี้ใช้ครบจำนวนคนแล้ว ขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code has been used by as many people as it was for. Ask the provincial secretary for a new one.',
  },
  invitationRevoked: {
    status: 410,
    th: 'รหัสเชิญนี้ถูกยกเลิกแล้ว ขอรหัสใหม่จากผู้ดูแลระดับจังหวัด',
    en: 'This invitation code was withdrawn. Ask the provincial secretary for a new one.',
  },
  membershipSuspended: {
    status: 403,
    th: 'สิทธิ์นี้ของคุณถูกระงับอยู่ ติดต่อผู้ดูแลระดับจังหวัดเพื่อขอเปิดใช้อีกครั้ง',
    en: 'This role of yours is suspended. Ask the provincial secretary to restore it.',
  },
  onlyPoliceSupervise: {
    status: 409,
    th: 'ตั้งให้อนุมัติคำขอดูภาพได้เฉพาะตำรวจ เลือกหน้าที่ “ตำรวจ” ของคนนี้หรือคนอื่น',
    en: 'Only a police officer can approve requests for footage. Choose somebody’s role of police officer.',
  },
  suspendedSupervisor: {
    status: 409,
    th: 'หน้าที่นี้ถูกระงับอยู่ เปิดใช้อีกครั้งก่อน แล้วจึงตั้งให้อนุมัติคำขอดูภาพ',
    en: 'This role is suspended. Restore it first, then let them approve requests for footage.',
  },
  ownMembership: {
    status: 409,
    th: 'ระงับสิทธิ์ของตนเองไม่ได้ ให้ผู้ดูแลระดับจังหวัดคนอื่นดำเนินการ',
    en: 'You cannot suspend your own role. Another secretary of the province can.',
  },
  memberThere: {
    status: 409,
    th: 'ผู้ใช้คนนี้มีสิทธิ์นี้ในหน่วยงานนั้นอยู่แล้ว หากไม่ต้องการสิทธิ์เดิม ให้ระงับสิทธิ์เดิม',
    en: 'This person already has the role in that agency. Suspend the old role if it is no longer needed.',
  },
  alreadyMember: {
    status: 409,
    th: 'คุณมีสิทธิ์นี้อยู่แล้ว ใช้เมนูด้านล่างได้เลย',
    en: 'You already have this role. Use the menu below.',
  },
  accessAlreadyAsked: {
    status: 409,
    th: 'คุณขอสิทธิ์นี้ไว้แล้ว รอผู้ดูแลระดับจังหวัดพิจารณา',
    en: 'You have already asked for this role. The provincial secretary will decide.',
  },
  accessTooMany: {
    status: 429,
    th: 'คุณมีคำขอที่รอพิจารณาครบ {most} เรื่องแล้ว รอผลก่อนจึงขอเพิ่มได้',
    en: 'You have {most} requests waiting. Wait for their answers before asking for more.',
  },
  accessDecided: {
    status: 409,
    th: 'คำขอนี้มีผู้พิจารณาไปแล้ว',
    en: 'Somebody has already decided this request.',
  },
  reasonNeeded: {
    status: 422,
    th: 'บอกเหตุผลที่ไม่อนุมัติ เพื่อให้ผู้ขอทราบว่าต้องทำอย่างไร',
    en: 'Say why you refuse, so that the person knows what to do.',
  },
  groupTaken: {
    status: 409,
    th: 'กลุ่มนี้รับงานของ{agency}อยู่แล้ว ใช้กลุ่มอื่น หรือให้บัญชีนี้ออกจากกลุ่มแล้วเชิญใหม่',
    en: 'This group already receives the work of {agency}. Use another group, or remove the account from this one and invite it again.',
  },
} as const
