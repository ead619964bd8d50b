import Kernel

extension LabourRefusal {
    package static let timesUnreadable = Self(
        7096, .badInput, field: "times",
        zh: "撮合时刻写成“05:15 05:45 18:00”，一天一到十二个。",
        en: "Times are written “05:15 05:45 18:00”, one to twelve a day.",
        next: Message(zh: "请改正。", en: "Correct them."))

    package static let noSuchHall = Self(
        7097, field: "place",
        zh: "“{1}”没有开撮合。",
        en: "No rounds are held at “{1}”.",
        next: Message(zh: "请先开市，定好每天撮合的时刻。", en: "Open its hall first, with the times of its rounds."),
        example: ["village"])

    package static let roundNotDue = Self(
        7098, .conflict, field: "slot",
        zh: "这一时刻的撮合已做过，或没有排上。",
        en: "The round of that time was held, or is not on the schedule.",
        next: Message(zh: "不需要再做。", en: "Nothing needs to be done."))

    package static let roundTooLarge = Self(
        7099,
        zh: "一次撮合的人和岗位太多，算不准。",
        en: "There are more people and seats than one round can reckon exactly.",
        next: Message(zh: "请按乡镇分开开市。", en: "Open halls by township."))

    package static let seedLost = Self(
        7100,
        zh: "抽签的种子与先前公布的摘要不符。",
        en: "The seed of the draw is not the one whose digest was published.",
        next: Message(zh: "请关市再重新开市：会公布新的摘要。", en: "Close the hall and open it again: a new digest is published."))

    package static let certificateMissing = Self(
        7101, field: "worker",
        zh: "这个工种要有在有效期内的证书，还没有登记。",
        en: "This trade needs a certificate in force, and none is entered.",
        next: Message(zh: "请先登记证书，或选别的用工单。", en: "Enter the certificate first, or choose another order."),
        basis: LegalBasis(
            Message(zh: "就业促进法第五十一条", en: "Employment Promotion Law, art. 51"), source: "labour-skills 2.1, 3"))

    package static let hallOpen = Self(
        7102, .conflict, field: "place",
        zh: "“{1}”已经开市。",
        en: "The hall of “{1}” is open already.",
        next: Message(zh: "要改时刻，请先关市。", en: "Close it first to set other times."),
        example: ["village"])

    package static let nothingToFill = Self(
        7106, .conflict, field: "hall",
        zh: "没有空岗适合正在等活的人。",
        en: "No seat that came free fits anybody who looks for work.",
        next: Message(
            zh: "不需要再做；有人来登记或改了要求，会自动再排。",
            en: "Nothing needs to be done; it is looked at again when somebody comes or says otherwise."))

    package static let certificateEnded = Self(
        7103, .badInput, field: "until",
        zh: "证书已经过期。",
        en: "The certificate has ended.",
        next: Message(zh: "请出示有效的证书。", en: "Bring one that is in force."))
}
