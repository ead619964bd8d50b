// The words of the demo county's land.
extension DemoText {
    /// Small fields of every village, four to a row.
    static let smallFields = ["北湾上块", "北湾下块", "柳树坪", "石堰地", "沟口地", "庙后地", "井台东", "井台西"]
    static let surveyedAgain = "实测发现北边界有拐点"
    static let sharedOut = "两组各用一半"
    static let spatialPlan = "青禾县国土空间总体规划（2021—2035年）"
    static let putTogether = "平整后连片"
}
