import HJ212
import Kernel

/// Words of capacity and sewers.
enum CapacityText {
    static let enter = Message(zh: "填运行日志", en: "Enter the daily log")
    static let lay = Message(zh: "登记管段", en: "Enter a pipe")
    static let remove = Message(zh: "撤销管段", en: "Take a pipe off the list")
    static let title = Message(zh: "负荷与能耗", en: "Load and energy")
    static let note = Message(
        zh: "每吨水的数都除以同一天实测的水量；没有实测水量的日子，分子分母都不计。空着的是数据不够，不是零。",
        en: """
            Figures per tonne divide by the volume measured on the same days; a day without one is in neither sum. A dash is \
            missing data, never zero.
            """)
    static let load = Message(zh: "负荷率", en: "Load")
    static let removal = Message(zh: "COD 去除率", en: "COD removed")
    static let removedMass = Message(zh: "去除 COD（千克）", en: "COD removed, kg")
    static let energy = Message(zh: "吨水电耗（度）", en: "kWh per m³")
    static let sludge = Message(zh: "干污泥（千克/千吨水）", en: "Dry sludge, kg per 1,000 m³")
    static let definitions = Message(zh: "怎么算的", en: "How they are reckoned")
    static let loadMeans = Message(
        zh: "有实测水量的日子的平均日水量 ÷ 设计规模", en: "mean volume of the measured days ÷ design load")
    static let removalMeans = Message(
        zh: "Σ水量×（进水−出水）÷ Σ水量×进水，进水、出水和水量都有的日子",
        en: "Σ volume × (in − out) ÷ Σ volume × in, of days that have all three")
    static let energyMeans = Message(
        zh: "Σ全厂电量 ÷ Σ水量，同一天两样都有的", en: "Σ electricity of the whole facility ÷ Σ volume, of days that have both")
    static let sludgeMeans = Message(
        zh: "Σ外运湿污泥×（1−含水率）÷ 当月实测水量；污泥攒着运，按月看",
        en: "Σ wet sludge × (1 − water) ÷ the month’s measured volume; it leaves now and then, so by the month")
    static let stateMeans = Message(zh: "状态", en: "State")
    static let stateRule = Message(
        zh: "连续三天不低于设计规模为超负荷；进水 COD 月均低于 150 为进水偏淡（可能有清水混入）；负荷低于 60 % 为负荷偏低",
        en: """
            three days running at or above the design load: overloaded; monthly mean COD at the inlet below 150: thin (clear \
            water in the sewer); load below 60 %: low
            """)
    static let energyField = Message(zh: "全厂电量（度）", en: "Electricity of the whole facility, kWh")
    static let sludgeField = Message(zh: "外运湿污泥（吨）", en: "Wet sludge taken away, t")
    static let moisture = Message(zh: "污泥含水率（%）", en: "Water in it, %")
    static let inletCOD = Message(zh: "进水 COD（毫克/升）", en: "COD at the inlet, mg/L")
    static let inletAmmonia = Message(zh: "进水氨氮（毫克/升）", en: "Ammonia at the inlet, mg/L")
    static let reasonHint = Message(zh: "这一天填过才需要填", en: "Only where the day was entered before")

    static let sewer = Message(zh: "污水管网", en: "Sewers")
    static let sewerQuestion = Message(zh: "哪些管段过不了高峰？", en: "Which pipes do not carry the peak?")
    static let sewerNote = Message(
        zh: "各井的平均流量顺流相加，乘总变化系数（GB 50014-2021，待核对）得高峰流量，与曼宁公式的满管流量比较。",
        en: """
            Mean flows add up along the pipes; times the peak factor (GB 50014-2021, to be confirmed) they are the peak, which is \
            held against what the full pipe carries by Manning’s formula.
            """)
    static let upper = Message(zh: "上游井", en: "Upper shaft")
    static let lower = Message(zh: "下游井", en: "Lower shaft")
    static let shaftHint = Message(zh: "字母、数字和连字符，例如 W-12", en: "Letters, figures and hyphens, for example W-12")
    static let length = Message(zh: "管长（米）", en: "Length, m")
    static let diameter = Message(zh: "管径（毫米）", en: "Diameter, mm")
    static let upperInvert = Message(zh: "上端管底高程（米）", en: "Bottom at the upper end, m")
    static let lowerInvert = Message(zh: "下端管底高程（米）", en: "Bottom at the lower end, m")
    static let roughness = Message(zh: "糙率 n", en: "Manning’s n")
    static let roughnessHint = Message(zh: "混凝土管 0.013，塑料管 0.010", en: "Concrete 0.013, plastic 0.010")
    static let inflow = Message(zh: "从上游井进来的平均流量（升/秒）", en: "Mean flow entering at the upper shaft, L/s")
    static let meanFlow = Message(zh: "平均（升/秒）", en: "Mean, L/s")
    static let factor = Message(zh: "变化系数", en: "Peak factor")
    static let peak = Message(zh: "高峰（升/秒）", en: "Peak, L/s")
    static let capacity = Message(zh: "满管（升/秒）", en: "Full pipe, L/s")
    static let depth = Message(zh: "高峰充满度", en: "Depth at the peak")
    static let fits = Message(zh: "够", en: "carries it")
    static let tight = Message(zh: "不够", en: "too small")
    static let noPipes = Message(zh: "还没有登记管段。", en: "No pipe is entered yet.")
    static let swmm = Message(zh: "SWMM 文件（.inp）", en: "SWMM file (.inp)")

    static func question(_ month: String) -> Message {
        Message(zh: "\(month)的设施用了几成、费多少电？", en: "How full were the facilities in \(month), and what did a tonne take?")
    }

    static func answer(_ load: String) -> Message { Message(zh: "平均负荷率 \(load)", en: "Mean load \(load)") }

    static func sewerAnswer(_ tight: Int, _ all: Int) -> Message {
        Message(zh: "\(all) 段管中 \(tight) 段不够", en: "\(tight) of \(all.of("pipe")) too small")
    }

    static func state(_ state: CapacityMonth.State) -> Message {
        switch state {
        case .normal: Message(zh: "正常", en: "normal")
        case .overloaded: Message(zh: "超负荷", en: "overloaded")
        case .thinInlet: Message(zh: "进水偏淡", en: "thin inlet")
        case .lowLoad: Message(zh: "负荷偏低", en: "low load")
        case .insufficient: Message(zh: "数据不够", en: "not enough data")
        }
    }
}
