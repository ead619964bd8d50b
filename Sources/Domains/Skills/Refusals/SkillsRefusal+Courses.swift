import Kernel

/// People and courses.
extension SkillsRefusal {
    package static let placeUnknown = Self(
        8001, .notFound, field: "place",
        zh: "没有登记过地方“{1}”。",
        en: "No place “{1}” is registered.",
        next: fromTheList,
        example: ["p140404101"])

    package static let learnerKnown = Self(
        8002, .conflict, field: "learner",
        zh: "学员编号“{1}”已经用过。",
        en: "Learner “{1}” is registered already.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."),
        example: ["learner-1"])

    package static let nameMissing = Self(
        8003, .badInput, field: "name",
        zh: "请填写姓名。",
        en: "The name is missing.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let numberMissing = Self(
        8004, .badInput, field: "identityNumber",
        zh: "请填写身份证号。",
        en: "The identity number is missing.",
        next: Message(zh: "请照身份证填写；只核对，不公开。", en: "Copy it from the identity card; it is checked and shown to nobody."))

    package static let tooYoung = Self(
        8005, field: "identityNumber",
        zh: "未满 {1} 周岁，不能参加技能培训。",
        en: "Nobody under {1} is trained for work here.",
        next: Message(zh: "请满龄后再来登记。", en: "Come back at that age."),
        basis: LegalBasis(Message(zh: "禁止使用童工规定第二条", en: "Order 364 art. 2"), source: "labour-skills 1.3"),
        example: [16])

    package static let consentMissing = Self(
        8006, .badInput, field: "consent",
        zh: "没有本人同意，不能登记。",
        en: "Nobody is registered without her consent.",
        next: Message(zh: "请先告知用途，再请本人同意。", en: "Tell her what is kept and why, then ask her."),
        basis: LegalBasis(
            Message(zh: "个人信息保护法第十三条", en: "Personal Information Protection Law art. 13"), source: "labour-skills 1.6"))

    package static let personKnown = Self(
        8007, .conflict, field: "identityNumber",
        zh: "此人已经登记，编号“{1}”。",
        en: "This person is registered already, as “{1}”.",
        next: Message(zh: "请直接用这个编号报名。", en: "Enrol her under that number."),
        example: ["learner-1"])

    package static let learnerUnknown = Self(
        8008, .notFound, field: "learner",
        zh: "没有登记过学员“{1}”。",
        en: "No learner “{1}” is registered.",
        next: fromTheList,
        example: ["learner-1"])

    package static let learnerErased = Self(
        8009, field: "learner",
        zh: "学员“{1}”的个人信息已经删除。",
        en: "What was personal of learner “{1}” is destroyed.",
        next: Message(zh: "请重新登记本人。", en: "Register her again."),
        example: ["learner-1"])

    package static let courseOpen = Self(
        8010, .conflict, field: "learner",
        zh: "此人还在课程“{1}”中，考试没有封存。",
        en: "She is on course “{1}”, whose exam is not closed.",
        next: Message(zh: "请先退班，或等考试封存。", en: "Withdraw her first, or wait for the exam to be closed."),
        example: ["course-1"])

    package static let trainerKnown = Self(
        8011, .conflict, field: "trainer",
        zh: "师资编号“{1}”已经用过。",
        en: "Trainer “{1}” is registered already.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."),
        example: ["trainer-1"])

    package static let bodyMissing = Self(
        8012, .badInput, field: "body",
        zh: "请填写单位名称。",
        en: "The body is missing.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let courseKnown = Self(
        8013, .conflict, field: "course",
        zh: "课程编号“{1}”已经用过。",
        en: "Course “{1}” is planned already.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."),
        example: ["course-1"])

    package static let titleMissing = Self(
        8014, .badInput, field: "title",
        zh: "请填写课程名称。",
        en: "The title of the course is missing.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let levelMissing = Self(
        8015, .badInput, field: "level",
        zh: "职业技能等级证书要填等级，其他证书不填。",
        en: "A skill level has a level, and no other certificate has.",
        next: Message(zh: "请改正证书种类或等级。", en: "Correct the kind or the level."),
        basis: LegalBasis(Message(zh: "职业教育法第五十一条", en: "Vocational Education Law art. 51"), source: "labour-skills 3"))

    package static let tooManySeats = Self(
        8016, field: "seats",
        zh: "一班最多 {1} 人。",
        en: "A course has at most {1} seats.",
        next: Message(zh: "请分班。", en: "Make two courses of it."),
        example: [50])

    package static let courseUnknown = Self(
        8017, .notFound, field: "course",
        zh: "没有课程“{1}”。",
        en: "There is no course “{1}”.",
        next: fromTheList,
        example: ["course-1"])

    package static let courseApproved = Self(
        8018, .conflict, field: "course",
        zh: "课程“{1}”已经核准，不能再改。",
        en: "Course “{1}” is approved; it is not changed any more.",
        next: Message(zh: "请另排一个课程。", en: "Plan another course."),
        example: ["course-1"])

    package static let endsBeforeStart = Self(
        8019, .badInput, field: "end",
        zh: "结束时间应在开始之后。",
        en: "A session ends after it starts.",
        next: Message(zh: "请核对时间。", en: "Check the times."))

    package static let roomMissing = Self(
        8020, .badInput, field: "room",
        zh: "请填写上课地点。",
        en: "The room is missing.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let roomTooSmall = Self(
        8021, field: "seats",
        zh: "教室座位少于课程的 {1} 人。",
        en: "The room holds fewer than the {1} people of the course.",
        next: Message(zh: "请换教室。", en: "Choose another room."),
        example: [40])

    package static let teacherUnknown = Self(
        8022, .notFound, field: "teacher",
        zh: "没有登记过师资“{1}”。",
        en: "No trainer “{1}” is registered.",
        next: fromTheList,
        example: ["trainer-1"])

    package static let teacherBusy = Self(
        8023, .conflict, field: "teacher",
        zh: "这位教师同一时间在课程“{1}”上课。",
        en: "The teacher holds course “{1}” at that time.",
        next: Message(zh: "请换教师或换时间。", en: "Choose another teacher or another time."),
        example: ["course-1"])

    package static let roomBusy = Self(
        8024, .conflict, field: "room",
        zh: "这个地点同一时间有课程“{1}”。",
        en: "Course “{1}” is in that room at that time.",
        next: Message(zh: "请换地点或换时间。", en: "Choose another room or another time."),
        example: ["course-1"])

    package static let sessionsOverlap = Self(
        8025, .conflict, field: "start",
        zh: "与本课程另一次课时间重叠。",
        en: "It overlaps another session of this course.",
        next: Message(zh: "请核对时间。", en: "Check the times."))

    package static let ownCourse = Self(
        8026, .forbidden, field: "course",
        zh: "自己排的课程由另一个人核准。",
        en: "Whoever planned a course does not approve it.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let noSessions = Self(
        8027, field: "course",
        zh: "课程还没有排课。",
        en: "The course has no session yet.",
        next: Message(zh: "请先排课。", en: "Plan its sessions first."))

    package static let tooFewHours = Self(
        8028, field: "course",
        zh: "不足 {1} 课时，现排 {2} 课时。",
        en: "At least {1} class hours are needed; {2} are planned.",
        next: Message(zh: "请补排课时。", en: "Plan more sessions."),
        basis: LegalBasis(
            Message(zh: "各地职业培训课时规定（江苏 2023）", en: "Local rules on class hours (Jiangsu 2023)"),
            source: "labour-skills 3"),
        example: [40, 12])

    package static let tooLittlePractice = Self(
        8029, field: "course",
        zh: "实操不足 {1} %。",
        en: "Less than {1} % of it is practice.",
        next: Message(zh: "请增加实操课。", en: "Plan more practice."),
        basis: LegalBasis(
            Message(zh: "各地职业培训课时规定（江苏 2023）", en: "Local rules on class hours (Jiangsu 2023)"),
            source: "labour-skills 3"),
        example: [60])

    package static let courseNotApproved = Self(
        8030, field: "course",
        zh: "课程“{1}”还没有核准。",
        en: "Course “{1}” is not approved yet.",
        next: Message(zh: "请等核准后再办。", en: "Wait until it is approved."),
        example: ["course-1"])

    package static let courseBegun = Self(
        8031, field: "course",
        zh: "课程“{1}”已经开班。",
        en: "Course “{1}” has begun.",
        next: Message(zh: "请报下一班。", en: "Take the next one."),
        example: ["course-1"])

    package static let enrolledAlready = Self(
        8032, .conflict, field: "learner",
        zh: "已经报过名。",
        en: "She is enrolled already.",
        next: Message(zh: "不需要再报。", en: "Nothing needs to be done."))

    package static let courseFull = Self(
        8033, field: "course",
        zh: "{1} 个名额已满。",
        en: "All {1} seats are taken.",
        next: Message(zh: "请报下一班。", en: "Take the next one."),
        example: [40])

    package static let coursesOverlap = Self(
        8034, .conflict, field: "course",
        zh: "与已报的课程“{1}”时间重叠。",
        en: "Course “{1}”, on which she is, meets at the same time.",
        next: Message(zh: "请先退一门，或报另一班。", en: "Withdraw from one of them, or take another."),
        example: ["course-1"])
}
