/// 人人持证、技能社会: what can be judged of training without a store. Numbers of certificates, and the patterns audits found in
/// subsidised training (Vocational Education Law arts. 11 and 51; Employment Promotion Law art. 51).
///
/// Pure rules as yet: the room has no verbs, no tables and no pages, and stands in no plan of the house.
package enum Skills {}
