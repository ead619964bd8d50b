extension DemoText {
    static let wasteSites = [
        (id: "waste-point-1", name: "柳湾村收集点", kind: "point"), (id: "waste-point-2", name: "东河村收集点", kind: "point"),
        (id: "waste-station", name: "东河镇垃圾转运站", kind: "station"), (id: "waste-plant", name: "县生活垃圾焚烧厂", kind: "plant"),
        (id: "waste-recycler", name: "县再生资源公司", kind: "recycler"),
        (id: "waste-landfill", name: "县垃圾填埋场", kind: "landfill"),
    ]
    static let wasteScales = [
        ("waste-scale-station", "waste-station", "转运站地磅"), ("waste-scale-plant", "waste-plant", "焚烧厂 1 号地磅"),
    ]
}
