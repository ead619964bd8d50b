extension DemoText {
    static let wasteSites = [
        (id: "waste-point-1", name: "柳湾村收集点", kind: "point"), (id: "waste-point-2", name: "东河村收集点", kind: "point"),
        (id: "waste-station", name: "东河镇垃圾转运站", kind: "station"), (id: "waste-plant", name: "县生活垃圾焚烧厂", kind: "plant"),
        (id: "waste-recycler", name: "县再生资源公司", kind: "recycler"),
        (id: "waste-landfill", name: "县垃圾填埋场", kind: "landfill"),
    ]
    static let sanitation = (id: "qinghe-sanitation", name: "青禾县城乡环卫有限公司")
    /// Name, plate, capacity and tare in kilograms.
    static let wasteVehicles: [(String, String, Int64, Int64)] = [
        ("waste-truck-1", "C101", 3_000, 3_300), ("waste-truck-2", "C102", 3_000, 3_300),
        ("waste-lorry-1", "T201", 8_000, 6_200), ("waste-lorry-2", "川E70001", 8_000, 6_200),
        ("waste-lorry-3", "川E70002", 8_000, 6_200),
    ]
    /// Three complaints, and the answer to the first.
    static let complaints = [
        "村口老槐树下堆了一堆装修垃圾，下雨就淌黑水。", "广场东边的桶两天没人收，满出来了。", "收集点的污水流到路上，味道很大。",
        "已联系清运公司，昨天下午清走了，并在路口加了提示牌。",
    ]
    static let wasteScales = [
        ("waste-scale-station", "waste-station", "转运站地磅"), ("waste-scale-plant", "waste-plant", "焚烧厂 1 号地磅"),
    ]
}
