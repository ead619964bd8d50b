import Kernel

/// Attendance, exams and certificates.
extension SkillsRefusal {
    package static let notEnrolled = Self(
        8035, .notFound, field: "learner",
        zh: "“{1}”没有报这门课。",
        en: "“{1}” is not enrolled on this course.",
        next: fromTheList,
        example: ["learner-1"])

    package static let marksEntered = Self(
        8036, .conflict, field: "course",
        zh: "成绩已经录入，不能再改名单、考试和签到。",
        en: "Marks are entered: list, exam and sign-ins are not changed any more.",
        next: Message(zh: "如有错误，请写明情况报县里处理。", en: "Report an error to the county in writing."))

    package static let sessionUnknown = Self(
        8037, .notFound, field: "session",
        zh: "没有第 {1} 次课。",
        en: "There is no session {1}.",
        next: fromTheList,
        example: [3])

    package static let deskEntersLater = Self(
        8038, .forbidden, field: "at",
        zh: "补录签到由工作人员办理。",
        en: "A sign-in of an earlier hour is entered by a desk.",
        next: Message(zh: "请找带班人员。", en: "Ask the staff of the course."))

    package static let stillToCome = Self(
        8039, .badInput, field: "at",
        zh: "时间在现在之后。",
        en: "That time is still to come.",
        next: Message(zh: "请核对时间。", en: "Check the time."))

    package static let notInItsTime = Self(
        8040, field: "at",
        zh: "不在签到时间内，这次课是 {1} 到 {2}。",
        en: "It is not the time to sign in: the session is from {1} to {2}.",
        next: Message(zh: "请在上课时间签到。", en: "Sign in while the session is held."),
        example: [Instant.example, Instant.example])

    package static let signedInAlready = Self(
        8041, .conflict, field: "learner",
        zh: "已经签到。",
        en: "She has signed in already.",
        next: Message(zh: "不需要再签。", en: "Nothing needs to be done."))

    package static let photoUnreadable = Self(
        8042, .badInput, field: "photo",
        zh: "照片特征读不出来。",
        en: "The digest of the photo cannot be read.",
        next: Message(zh: "请重新拍照。", en: "Take the picture again."))

    package static let elsewhere = Self(
        8043, .conflict, field: "learner",
        zh: "同一时间已在课程“{1}”签到。",
        en: "She is signed in to course “{1}” at that time.",
        next: Message(zh: "请核对是谁在场。", en: "Check who is there."),
        example: ["course-1"])

    package static let examTooEarly = Self(
        8044, .badInput, field: "at",
        zh: "考试应在最后一次课（{1}）之后。",
        en: "The exam is after the last session, which ends at {1}.",
        next: Message(zh: "请改考试时间。", en: "Choose a later time."),
        example: [Instant.example])

    package static let oneExaminer = Self(
        8045, .badInput, field: "second",
        zh: "两名考评员应是两个人。",
        en: "The two examiners are two persons.",
        next: Message(zh: "请另选一名考评员。", en: "Choose another examiner."))

    package static let examinerUnknown = Self(
        8046, .notFound, field: "first",
        zh: "没有登记过考评员“{1}”。",
        en: "No examiner “{1}” is registered.",
        next: fromTheList,
        example: ["trainer-1"])

    package static let mayNotExamine = Self(
        8047, field: "first",
        zh: "“{1}”不是考评员。",
        en: "“{1}” is no examiner.",
        next: Message(zh: "请另选一名考评员。", en: "Choose another examiner."),
        example: ["trainer-1"])

    package static let examinerTaught = Self(
        8048, field: "first",
        zh: "“{1}”教过这门课，不能当考评员。",
        en: "“{1}” taught this course and does not examine it.",
        next: Message(zh: "请另选一名考评员。", en: "Choose another examiner."),
        example: ["trainer-1"])

    package static let examinerOfProvider = Self(
        8049, field: "first",
        zh: "“{1}”是培训机构的人，不能当考评员。",
        en: "“{1}” is paid by the body that trains and does not examine for it.",
        next: Message(zh: "请另选一名考评员。", en: "Choose another examiner."),
        example: ["trainer-1"])

    package static let noExam = Self(
        8050, field: "course",
        zh: "还没有安排考试。",
        en: "No exam is set yet.",
        next: Message(zh: "请先安排考试。", en: "Set the exam first."))

    package static let examClosed = Self(
        8051, .conflict, field: "course",
        zh: "成绩已经封存。",
        en: "The marks are closed.",
        next: Message(zh: "封存后不能改动。", en: "Nothing is changed after closing."))

    package static let examToCome = Self(
        8052, field: "course",
        zh: "考试时间是 {1}，还没有到。",
        en: "The exam is at {1}, which is still to come.",
        next: Message(zh: "请考试后再录。", en: "Enter marks after it."),
        example: [Instant.example])

    package static let marksMissing = Self(
        8053, .badInput, field: "marks",
        zh: "没有成绩。",
        en: "There are no marks.",
        next: Message(zh: "请先录入成绩。", en: "Enter the marks first."))

    package static let markedTwice = Self(
        8054, .badInput, field: "marks",
        zh: "“{1}”有两个成绩。",
        en: "“{1}” has two marks.",
        next: Message(zh: "请只留一个。", en: "Leave one of them."),
        example: ["learner-1"])

    package static let attendanceShort = Self(
        8055, field: "marks",
        zh: "“{1}”出勤不足 {2} %，不能参加考试。",
        en: "“{1}” attended less than {2} % and does not sit the exam.",
        next: Message(
            zh: "请核对签到；补签由工作人员在录成绩前办理。", en: "Check the sign-ins; a desk enters what is missing before the marks."),
        example: ["learner-1", 80])

    package static let ownMarks = Self(
        8056, .forbidden, field: "course",
        zh: "录入成绩的人不能封存。",
        en: "Whoever entered the marks does not close them.",
        next: Message(zh: "请由另一名考评员封存。", en: "Let the other examiner close them."))

    package static let certificateKnown = Self(
        8057, .conflict, field: "certificate",
        zh: "证书编号“{1}”已经用过。",
        en: "Certificate “{1}” is issued already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["skill-1"])

    package static let notPassed = Self(
        8058, field: "learner",
        zh: "考试没有合格，或成绩还没有封存。",
        en: "She has not passed, or the marks are not closed yet.",
        next: Message(zh: "请核对成绩。", en: "Look at the marks."))

    package static let hasCertificate = Self(
        8059, .conflict, field: "learner",
        zh: "同一职业、同一等级的证书“{1}”仍然有效。",
        en: "Certificate “{1}” of the same occupation and level is in force.",
        next: Message(zh: "到期后再发，或先撤销旧证。", en: "Wait until it ends, or revoke it first."),
        example: ["skill-1"])

    package static let numberUnreadable = Self(
        8060, .badInput, field: "officialNumber",
        zh: "国家证书编号不符合编码规则。",
        en: "The number of the state’s certificate is not formed by its rule.",
        next: Message(zh: "请照证书填写 22 位或 16 位编号。", en: "Copy its 22 or 16 characters."))

    package static let listFull = Self(
        8061, field: "certificate",
        zh: "状态列表已满。",
        en: "The status list is full.",
        next: Message(zh: "请联系系统管理员。", en: "Tell the administrator."))

    package static let certificateUnknown = Self(
        8062, .notFound, field: "certificate",
        zh: "没有证书“{1}”。",
        en: "There is no certificate “{1}”.",
        next: Message(zh: "请核对编号。", en: "Check the number."),
        example: ["skill-1"])

    package static let revokedAlready = Self(
        8063, .conflict, field: "certificate",
        zh: "证书“{1}”已经撤销。",
        en: "Certificate “{1}” is revoked already.",
        next: Message(zh: "撤销不可恢复；需要时另发新证。", en: "That is final; issue another where one is due."),
        example: ["skill-1"])

    package static let paperMissing = Self(
        8064, .badInput, field: "paper",
        zh: "请写明依据的决定或材料。",
        en: "The decision or paper it rests on is missing.",
        next: Message(zh: "请填写文号或材料名称。", en: "Enter its number or name."))
}
