import Kernel

extension Trade {
    /// What people call it at the kerb.
    var label: Message {
        switch self {
        case .general: Message(zh: "杂工", en: "General work")
        case .loading: Message(zh: "装卸搬运", en: "Loading")
        case .harvest: Message(zh: "采摘农活", en: "Harvest and field work")
        case .cleaning: Message(zh: "保洁", en: "Cleaning")
        case .kitchen: Message(zh: "餐饮帮厨", en: "Kitchen help")
        case .factory: Message(zh: "车间普工", en: "Factory work")
        case .care: Message(zh: "看护", en: "Care")
        case .driving: Message(zh: "驾驶", en: "Driving")
        case .construction: Message(zh: "建筑工", en: "Construction")
        case .height: Message(zh: "高处作业", en: "Work at height")
        case .demolition: Message(zh: "拆除", en: "Demolition")
        case .confinedSpace: Message(zh: "井下、有限空间", en: "Wells and confined spaces")
        case .pondWork: Message(zh: "水面、坑塘作业", en: "Work on ponds")
        case .hotWork: Message(zh: "动火作业", en: "Hot work")
        }
    }
}

extension EmployerKind {
    var label: Message {
        switch self {
        case .enterprise: Message(zh: "企业", en: "Enterprise")
        case .individual: Message(zh: "个体工商户", en: "Individual business")
        case .cooperative: Message(zh: "合作社", en: "Cooperative")
        case .collective: Message(zh: "村集体", en: "Village collective")
        case .household: Message(zh: "农户", en: "Household")
        }
    }
}

extension Insurance {
    var label: Message {
        switch self {
        case .workInjury: Message(zh: "工伤保险", en: "Work injury insurance")
        case .singleLine: Message(zh: "单险种工伤", en: "Single-line injury cover")
        case .pilot: Message(zh: "职业伤害保障试点", en: "Pilot injury cover")
        case .employersLiability: Message(zh: "雇主责任险", en: "Employer’s liability")
        case .accident: Message(zh: "意外险", en: "Accident insurance")
        case .none: Message(zh: "没有保险", en: "No insurance")
        }
    }
}

extension PayUnit {
    var label: Message {
        switch self {
        case .day: Message(zh: "元/天", en: "yuan a day")
        case .hour: Message(zh: "元/小时", en: "yuan an hour")
        case .piece: Message(zh: "元/件", en: "yuan a piece")
        }
    }
}

extension PayCycle {
    var label: Message {
        switch self {
        case .hour: Message(zh: "按小时结，当天付", en: "Paid by the hour, the same day")
        case .day: Message(zh: "当天付", en: "Paid the same day")
        case .week: Message(zh: "一周一付", en: "Paid weekly")
        case .halfMonth: Message(zh: "半月一付", en: "Paid twice a month")
        case .month: Message(zh: "一月一付", en: "Paid monthly")
        }
    }
}

extension ShortDayRule {
    var label: Message {
        switch self {
        case .byHour: Message(zh: "按实际分钟算", en: "By the minute")
        case .halfDaySteps: Message(zh: "按半天算", en: "In half days")
        case .fullDayIfSent: Message(zh: "叫回家也付整天", en: "A whole day even if sent home")
        }
    }
}

extension WorkKind {
    var label: Message {
        switch self {
        case .fullTime: Message(zh: "全日制", en: "Full-time")
        case .partTime: Message(zh: "非全日制（一天四小时、一周二十四小时以内）", en: "Part-time (up to 4 hours a day, 24 a week)")
        }
    }
}

extension EngagementPhase {
    var label: Message {
        switch self {
        case .offered: Message(zh: "等您答复", en: "Waiting for your answer")
        case .accepted: Message(zh: "已应约", en: "Accepted")
        case .arrived: Message(zh: "已到岗", en: "Arrived")
        case .worked: Message(zh: "已完工", en: "Worked")
        case .withdrawn: Message(zh: "已退出", en: "Withdrawn")
        case .declined: Message(zh: "没去", en: "Declined")
        case .lapsed: Message(zh: "邀约已过期", en: "Offer lapsed")
        case .noShow: Message(zh: "未到岗", en: "Did not come")
        case .cancelled: Message(zh: "用工方取消", en: "Cancelled by the employer")
        }
    }
}

extension ArrearStep {
    var label: Message {
        switch self {
        case .due: Message(zh: "到期提醒", en: "Reminder")
        case .open: Message(zh: "已立案", en: "Case open")
        case .blocked: Message(zh: "停止发单", en: "No new orders")
        case .mediation: Message(zh: "乡镇调解", en: "Mediation")
        case .handedOver: Message(zh: "移交监察", en: "With inspection")
        }
    }
}

extension PayLineKind {
    var label: Message {
        switch self {
        case .base: Message(zh: "基本工钱", en: "Basic pay")
        case .day: Message(zh: "日工", en: "By the day")
        case .hours: Message(zh: "钟点工", en: "By the hour")
        case .overtime: Message(zh: "加班", en: "Overtime")
        case .pieces: Message(zh: "计件", en: "By the piece")
        case .callOut: Message(zh: "出门费", en: "Setting out")
        case .meal: Message(zh: "饭费（扣）", en: "Meals (off)")
        case .damage: Message(zh: "损坏工具（扣）", en: "Tools damaged (off)")
        case .adjustment: Message(zh: "补差", en: "Put right")
        }
    }
}

extension PayMethod {
    var label: Message {
        switch self {
        case .bank: Message(zh: "转入本人账户", en: "To her own account")
        case .cash: Message(zh: "现金，本人签字", en: "Cash, against her signature")
        }
    }
}
