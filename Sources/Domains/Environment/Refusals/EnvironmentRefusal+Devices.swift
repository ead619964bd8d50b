import Kernel

extension EnvironmentRefusal {
    package static let stationElsewhere = Self(
        9047, .notFound, field: "mn",
        zh: "该设施没有登记站点“{1}”。",
        en: "Station “{1}” is not one of this facility.",
        next: Message(zh: "请先登记站点，或从列表中选择。", en: "Register it first, or choose from the list."),
        example: ["010000A8900016F000169DC0"])

    package static let orderWaits = Self(
        9048, .conflict, field: "mn",
        zh: "该站点的第 {1} 号命令还没有答复。",
        en: "Command {1} to the station is not answered yet.",
        next: Message(zh: "请等答复后再发。", en: "Wait for its answer."),
        example: [1])

    package static let intervalWrong = Self(
        9049, .badInput, field: "interval",
        zh: "实时数据间隔为 30 至 3600 秒；分钟数据间隔为 1、2、3、4、5、6、10、12、15、20 或 30 分钟。",
        en: "Real-time data come each 30 to 3,600 s; minute data each 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 min.",
        next: Message(zh: "请按标准填写。", en: "Enter one of these."))

    package static let hourWrong = Self(
        9050, .badInput, field: "hour",
        zh: "请选一个已经过完的整点小时。",
        en: "It has to be a full hour that is over.",
        next: Message(zh: "例如 08:00，指 8 时到 9 时。", en: "For example 08:00, which is from 8 to 9."))

    package static let itemMissing = Self(
        9051, .badInput, field: "item",
        zh: "请选择要采样的项目。",
        en: "The item to sample is missing.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."))

    package static let noSuchOrder = Self(
        9052, .notFound, field: "number",
        zh: "没有等待答复的 {1} 号命令。",
        en: "There is no command {1} that waits for an answer.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: [1])
}
