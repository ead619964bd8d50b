import Kernel

enum SkillsText {
    static let title = Message(zh: "技能培训和证书", en: "Skills")
    static let registerLearner = Message(zh: "登记学员", en: "Register a learner")
    static let eraseLearner = Message(zh: "删除学员个人信息", en: "Erase a learner’s personal data")
    static let eraseTrainer = Message(zh: "删除师资姓名", en: "Erase a trainer’s name")
    static let whatGoes = Message(zh: "删除什么，留下什么？", en: "What goes, and what stays?")
    static let eraseTrainerNote = Message(
        zh: "姓名删除后不能恢复；教过的课和签过的成绩保留编号。",
        en: "The name cannot be brought back; what was taught and signed stays, by number.")
    static let registerTrainer = Message(zh: "登记师资", en: "Register a trainer")
    static let planCourse = Message(zh: "排课程", en: "Plan a course")
    static let planSession = Message(zh: "排一次课", en: "Add a session")
    static let approveCourse = Message(zh: "核准课程", en: "Approve a course")
    static let enrol = Message(zh: "报名", en: "Enrol")
    static let withdrawEnrolment = Message(zh: "退班", en: "Withdraw")
    static let signIn = Message(zh: "上课签到", en: "Sign in to a session")
    static let setExam = Message(zh: "安排考试", en: "Set the exam")
    static let enterMarks = Message(zh: "录入成绩", en: "Enter the marks")
    static let closeExam = Message(zh: "封存成绩", en: "Close the marks")
    static let issueCertificate = Message(zh: "发证", en: "Issue a certificate")
    static let revokeCertificate = Message(zh: "撤销证书", en: "Revoke a certificate")

    static let coursesQuestion = Message(zh: "现在可以报什么班？", en: "Which courses can be joined?")
    static let courses = Message(zh: "培训班", en: "Courses")
    static let course = Message(zh: "课程", en: "Course")
    static let noCourses = Message(zh: "还没有课程。", en: "There is no course yet.")
    static let courseTitle = Message(zh: "课程名称", en: "Title")
    static let provider = Message(zh: "培训机构", en: "Trained by")
    static let kind = Message(zh: "证书种类", en: "Leads to")
    static let occupation = Message(zh: "职业", en: "Occupation")
    static let level = Message(zh: "等级", en: "Level")
    static let levelHint = Message(
        zh: "5 初级工 … 1 高级技师；只有职业技能等级证书要填", en: "5 junior … 1 senior technician; of skill levels only")
    static let seats = Message(zh: "名额", en: "Seats")
    static let seatsLeft = Message(zh: "还剩名额", en: "Seats left")
    static let years = Message(zh: "证书有效年数", en: "Certificate holds for years")
    static let yearsHint = Message(zh: "0 为长期有效", en: "0: without end")
    static let place = Message(zh: "地方", en: "Place")
    static let starts = Message(zh: "开班", en: "Begins")
    static let state = Message(zh: "状态", en: "State")
    static let planned = Message(zh: "待核准", en: "waits for approval")
    static let open = Message(zh: "可以报名", en: "open")
    static let running = Message(zh: "进行中", en: "running")
    static let full = Message(zh: "已满", en: "full")
    static let closed = Message(zh: "已结束", en: "over")
    static let courseQuestion = Message(zh: "这个班还有名额吗？", en: "Are there seats left?")
    static let sessions = Message(zh: "课表", en: "Sessions")
    static let noSessions = Message(zh: "还没有排课。", en: "No session is planned yet.")
    static let number = Message(zh: "第几次", en: "No.")
    static let start = Message(zh: "开始", en: "Starts")
    static let end = Message(zh: "结束", en: "Ends")
    static let room = Message(zh: "地点", en: "Room")
    static let roomSeats = Message(zh: "教室座位", en: "Seats of the room")
    static let teacher = Message(zh: "教师", en: "Teacher")
    static let practice = Message(zh: "实操", en: "Practice")
    static let signedIn = Message(zh: "签到人数", en: "Signed in")
    static let people = Message(zh: "学员名单", en: "People on the course")
    static let nobody = Message(zh: "还没有人。", en: "Nobody yet.")
    static let learner = Message(zh: "学员", en: "Learner")
    static let name = Message(zh: "姓名", en: "Name")
    static let identityNumber = Message(zh: "身份证号（只核对，不公开）", en: "Identity number (checked, never public)")
    static let consent = Message(zh: "已告知并同意", en: "Was told and agrees")
    static let free = Message(zh: "登记、报名、考试都不收费。", en: "Everything here is free.")
    static let attendance = Message(zh: "出勤", en: "Attended")
    static let points = Message(zh: "成绩", en: "Points")
    static let result = Message(zh: "结果", en: "Result")
    static let passed = Message(zh: "合格", en: "passed")
    static let failed = Message(zh: "不合格", en: "failed")
    static let pending = Message(zh: "未封存", en: "not closed")
    static let act = Message(zh: "办理", en: "To do")
    static let exam = Message(zh: "考试", en: "Exam")
    static let examAt = Message(zh: "考试时间", en: "Exam at")
    static let firstExaminer = Message(zh: "考评员一", en: "First examiner")
    static let secondExaminer = Message(zh: "考评员二", en: "Second examiner")
    static let examiners = Message(zh: "考评员", en: "Examiners")
    static let twoPersons = Message(
        zh: "两名考评员是两个人；没有教过这门课，也不是培训机构的人；用本人账户签字。",
        en: """
            The examiners are two persons who taught nothing of the course and are not paid by who trains; they sign with their \
            own accounts.
            """)
    static let closedByAnother = Message(
        zh: "录入的人不能封存，两名考评员都签字后才能封存；封存后不能改动。",
        en: """
            Whoever entered the marks does not close them, and both examiners sign them first; nothing is changed afterwards.
            """)
    static let approvedByAnother = Message(
        zh: "排课程的人不能核准；核准后不能再改课表。", en: "Whoever planned the course does not approve it; then its sessions stand.")
    static let came = Message(zh: "到课时间（补录才填）", en: "Came at (when entered later)")
    static let session = Message(zh: "第几次课", en: "Session")
    static let trainers = Message(zh: "师资和考评员", en: "Trainers and examiners")
    static let trainersQuestion = Message(zh: "谁可以教、谁可以考？", en: "Who teaches, who examines?")
    static let noTrainers = Message(zh: "还没有登记。", en: "Nobody is registered yet.")
    static let body = Message(zh: "所在单位", en: "Paid by")
    static let mayExamine = Message(zh: "可以当考评员", en: "May examine")
    static let myLearning = Message(zh: "我的培训和证书", en: "My courses and certificates")
    static let learnerQuestion = Message(zh: "学了什么、有什么证？", en: "What was learnt, what is certified?")
    static let myCourses = Message(zh: "报过的班", en: "Courses")
    static let notOnACourse = Message(zh: "还没有报班。", en: "Not on a course yet.")

    static func coursesAnswer(_ count: String) -> Message {
        Message(zh: "\(count) 个班可以报名", en: "\(count) can be joined")
    }
    static func seatsAnswer(_ count: String) -> Message {
        Message(zh: "还剩 \(count) 个名额", en: "\(count.of("seat")) left")
    }
    static func peopleCount(_ count: String) -> Message { Message(zh: "\(count) 人", en: "\(count) people") }
    static func hours(_ count: String) -> Message { Message(zh: "\(count) 课时", en: "\(count) class hours") }
    static func certificatesHeld(_ count: String) -> Message {
        Message(zh: "有效证书 \(count) 本", en: "\(count.of("certificate")) in force")
    }

    /// A name as pages show it: the first and the last character.
    static func masked(_ name: String?) -> String {
        guard let name, let first = name.first, let last = name.last else { return "（已删除）" }
        return name.count <= 2 ? "\(first)*" : "\(first)*\(last)"
    }
}

extension CertificateKind {
    var label: Message {
        switch self {
        case .skillLevel: Message(zh: "职业技能等级证书", en: "skill level")
        case .singleSkill: Message(zh: "专项职业能力证书", en: "single skill")
        case .training: Message(zh: "培训合格证书", en: "training completed")
        }
    }
}

extension Occupation {
    var label: Message {
        switch self {
        case .elderCare: Message(zh: "养老护理员", en: "care of the old")
        case .childCare: Message(zh: "育婴员", en: "child care")
        case .cook: Message(zh: "中式烹调师", en: "cook")
        case .farmMachinery: Message(zh: "农机驾驶操作员", en: "farm machinery")
        case .orchard: Message(zh: "果树栽培", en: "orchards")
        case .livestock: Message(zh: "家畜饲养", en: "livestock")
        case .electrician: Message(zh: "电工", en: "electrician")
        case .welder: Message(zh: "焊工", en: "welder")
        case .mason: Message(zh: "砌筑工", en: "mason")
        case .tailor: Message(zh: "缝纫工", en: "tailor")
        case .onlineShop: Message(zh: "电子商务", en: "online shop")
        case .heightWork: Message(zh: "高处作业", en: "work at height")
        case .confinedSpace: Message(zh: "有限空间作业", en: "confined spaces")
        case .driving: Message(zh: "汽车驾驶", en: "driving")
        }
    }
}
