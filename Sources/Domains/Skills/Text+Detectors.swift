package import Kernel

extension Detector {
    /// What the desk reads above a finding.
    package var title: Message {
        switch self {
        case .twoSessionsAtOnce: Message(zh: "同一时间上两堂课", en: "Two classes at one time")
        case .trainingAtWork: Message(zh: "上课时间在岗打卡", en: "In class while checked in at work")
        case .onePhoto: Message(zh: "多人共用一张照片", en: "One photo for several persons")
        case .oneDevice: Message(zh: "一台设备短时间替多人签到", en: "One device signs in several persons")
        case .signInTimes: Message(zh: "签到时间异常", en: "Sign-ins all at once, or outside the class")
        case .roomTooSmall: Message(zh: "签到人数超过教室座位", en: "More persons than the room holds")
        case .teacherTwice: Message(zh: "一名教师同时在两间教室", en: "One teacher in two rooms")
        case .hours: Message(zh: "课时或实操占比不足", en: "Too few hours, or too little practice")
        case .marks: Message(zh: "成绩雷同或封存后改动", en: "Marks all alike, or changed after closing")
        case .ownExaminers: Message(zh: "培训机构人员担任考评员", en: "The trainer's own people examine")
        case .order: Message(zh: "先后顺序或参训资格不符", en: "Order of events or entitlement does not fit")
        case .paidTwice: Message(zh: "重复申领补贴", en: "Subsidy claimed twice or too often")
        case .oneAccount: Message(zh: "多人使用同一银行账户", en: "One bank account for several persons")
        case .noWages: Message(zh: "就业合同无工资发放", en: "A job contract without wages")
        }
    }
}
