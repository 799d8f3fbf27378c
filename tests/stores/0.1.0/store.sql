PRAGMA application_id=1129335879;
PRAGMA user_version=1;
CREATE TABLE option_entry (
	id INTEGER NOT NULL, 
	options VARCHAR(40) NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	label VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	"group" VARCHAR(40) NOT NULL, 
	maps_to VARCHAR(40) NOT NULL, 
	started_on VARCHAR(10), 
	ended_on VARCHAR(10), 
	retired BOOLEAN NOT NULL, 
	CONSTRAINT pk_option_entry PRIMARY KEY (id), 
	CONSTRAINT uq_option_entry_options UNIQUE (options, "key")
);
CREATE TABLE setting (
	"key" VARCHAR(40) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key")
);
CREATE TABLE saved_report (
	id INTEGER NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	definition TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_saved_report PRIMARY KEY (id), 
	CONSTRAINT uq_saved_report_name UNIQUE (name)
);
CREATE TABLE paragraph (
	id INTEGER NOT NULL, 
	period VARCHAR(24) NOT NULL, 
	section VARCHAR(20) NOT NULL, 
	text TEXT NOT NULL, 
	taken_from VARCHAR(24) NOT NULL, 
	chosen VARCHAR(32) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	"by" VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_paragraph PRIMARY KEY (id), 
	CONSTRAINT uq_paragraph_period UNIQUE (period, section)
);
CREATE TABLE sequence (
	id INTEGER NOT NULL, 
	unit VARCHAR(32) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_sequence PRIMARY KEY (id), 
	CONSTRAINT uq_sequence_unit UNIQUE (unit, kind, year)
);
CREATE TABLE attachment (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	owner VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	size INTEGER NOT NULL, 
	caption VARCHAR(100), 
	picture BOOLEAN NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT uq_attachment_uuid UNIQUE (uuid)
);
CREATE TABLE change (
	id INTEGER NOT NULL, 
	operation VARCHAR(32) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	"by" VARCHAR(40) NOT NULL, 
	action VARCHAR(20) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	record VARCHAR(32) NOT NULL, 
	revision INTEGER NOT NULL, 
	data TEXT NOT NULL, 
	chain VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT uq_change_operation UNIQUE (operation)
);
CREATE TABLE alias (
	old VARCHAR(32) NOT NULL, 
	new VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_alias PRIMARY KEY (old)
);
CREATE TABLE search_row (
	id INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	record_id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_search_row PRIMARY KEY (id), 
	CONSTRAINT uq_search_row_kind UNIQUE (kind, record_id)
);
CREATE TABLE figure_entry (
	"key" VARCHAR(40) NOT NULL, 
	data TEXT NOT NULL, 
	retired BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_figure_entry PRIMARY KEY ("key")
);
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(60), 
	code VARCHAR(12), 
	level VARCHAR(40), 
	parent_id INTEGER, 
	own BOOLEAN, 
	CONSTRAINT pk_unit PRIMARY KEY (id), 
	CONSTRAINT uq_unit_uuid UNIQUE (uuid), 
	CONSTRAINT fk_unit_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_unit_parent_id FOREIGN KEY(parent_id) REFERENCES unit (id)
);
CREATE TABLE submission (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	state VARCHAR(12) NOT NULL, 
	period VARCHAR(24) NOT NULL, 
	span VARCHAR(8) NOT NULL, 
	starts VARCHAR(10) NOT NULL, 
	ends VARCHAR(10) NOT NULL, 
	since VARCHAR(10) NOT NULL, 
	sent_at VARCHAR(32) NOT NULL, 
	sent_by VARCHAR(40) NOT NULL, 
	returned_at VARCHAR(32), 
	returned_by VARCHAR(40), 
	why TEXT, 
	note TEXT, 
	strict BOOLEAN, 
	base_id INTEGER, 
	change INTEGER NOT NULL, 
	declared TEXT NOT NULL, 
	numbers TEXT NOT NULL, 
	CONSTRAINT pk_submission PRIMARY KEY (id), 
	CONSTRAINT uq_submission_uuid UNIQUE (uuid), 
	CONSTRAINT fk_submission_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_submission_base_id FOREIGN KEY(base_id) REFERENCES submission (id)
);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(30), 
	gender VARCHAR(40), 
	ethnicity VARCHAR(40), 
	born_on VARCHAR(10), 
	political_status VARCHAR(40), 
	education VARCHAR(40), 
	initials VARCHAR(20), 
	phone VARCHAR(20), 
	address VARCHAR(100), 
	id_number VARCHAR(18), 
	expertise VARCHAR(100), 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT uq_person_uuid UNIQUE (uuid), 
	CONSTRAINT fk_person_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE term (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(20), 
	started_on VARCHAR(10), 
	ended_on VARCHAR(10), 
	CONSTRAINT pk_term PRIMARY KEY (id), 
	CONSTRAINT uq_term_uuid UNIQUE (uuid), 
	CONSTRAINT fk_term_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE township (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(20), 
	code VARCHAR(12), 
	position INTEGER, 
	former_names VARCHAR(100), 
	started_on VARCHAR(10), 
	ended_on VARCHAR(10), 
	became_id INTEGER, 
	contact VARCHAR(20), 
	phone VARCHAR(20), 
	CONSTRAINT pk_township PRIMARY KEY (id), 
	CONSTRAINT uq_township_uuid UNIQUE (uuid), 
	CONSTRAINT fk_township_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_township_became_id FOREIGN KEY(became_id) REFERENCES township (id)
);
CREATE TABLE unit_text (
	id INTEGER NOT NULL, 
	remark TEXT, 
	CONSTRAINT pk_unit_text PRIMARY KEY (id), 
	CONSTRAINT fk_unit_text_id FOREIGN KEY(id) REFERENCES unit (id)
);
CREATE TABLE contribution (
	id INTEGER NOT NULL, 
	submission_id INTEGER NOT NULL, 
	part VARCHAR(8) NOT NULL, 
	figure VARCHAR(40) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	record_id INTEGER NOT NULL, 
	day VARCHAR(10) NOT NULL, 
	unit INTEGER, 
	township INTEGER, 
	studio INTEGER, 
	sector VARCHAR(40), 
	brand VARCHAR(40), 
	focus VARCHAR(40), 
	item INTEGER, 
	spread BOOLEAN NOT NULL, 
	amount INTEGER NOT NULL, 
	CONSTRAINT pk_contribution PRIMARY KEY (id), 
	CONSTRAINT fk_contribution_submission_id FOREIGN KEY(submission_id) REFERENCES submission (id)
);
CREATE TABLE correction (
	id INTEGER NOT NULL, 
	submission_id INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	record VARCHAR(32) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	"by" VARCHAR(40) NOT NULL, 
	reason TEXT NOT NULL, 
	effects TEXT NOT NULL, 
	CONSTRAINT pk_correction PRIMARY KEY (id), 
	CONSTRAINT fk_correction_submission_id FOREIGN KEY(submission_id) REFERENCES submission (id)
);
CREATE TABLE person_text (
	id INTEGER NOT NULL, 
	honours TEXT, 
	remark TEXT, 
	CONSTRAINT pk_person_text PRIMARY KEY (id), 
	CONSTRAINT fk_person_text_id FOREIGN KEY(id) REFERENCES person (id)
);
CREATE TABLE term_text (
	id INTEGER NOT NULL, 
	remark TEXT, 
	CONSTRAINT pk_term_text PRIMARY KEY (id), 
	CONSTRAINT fk_term_text_id FOREIGN KEY(id) REFERENCES term (id)
);
CREATE TABLE membership (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	person_id INTEGER, 
	term_id INTEGER, 
	sector VARCHAR(40), 
	posts TEXT, 
	employer VARCHAR(60), 
	committees TEXT, 
	levels TEXT, 
	township_id INTEGER, 
	state VARCHAR(40), 
	started_on VARCHAR(10), 
	ended_on VARCHAR(10), 
	basis VARCHAR(100), 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT uq_membership_uuid UNIQUE (uuid), 
	CONSTRAINT fk_membership_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_membership_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_membership_term_id FOREIGN KEY(term_id) REFERENCES term (id), 
	CONSTRAINT fk_membership_township_id FOREIGN KEY(township_id) REFERENCES township (id)
);
CREATE TABLE township_text (
	id INTEGER NOT NULL, 
	remark TEXT, 
	CONSTRAINT pk_township_text PRIMARY KEY (id), 
	CONSTRAINT fk_township_text_id FOREIGN KEY(id) REFERENCES township (id)
);
CREATE TABLE village (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(20), 
	township_id INTEGER, 
	sort VARCHAR(40), 
	code VARCHAR(12), 
	former_names VARCHAR(100), 
	started_on VARCHAR(10), 
	ended_on VARCHAR(10), 
	became_id INTEGER, 
	CONSTRAINT pk_village PRIMARY KEY (id), 
	CONSTRAINT uq_village_uuid UNIQUE (uuid), 
	CONSTRAINT fk_village_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_village_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_village_became_id FOREIGN KEY(became_id) REFERENCES village (id)
);
CREATE TABLE activity (
	id INTEGER NOT NULL, 
	type VARCHAR(40) NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	happened_on VARCHAR(10), 
	ended_on VARCHAR(10), 
	level VARCHAR(40), 
	township_id INTEGER, 
	village_id INTEGER, 
	place VARCHAR(80), 
	committee VARCHAR(40), 
	counting_unit_id INTEGER, 
	joint_units VARCHAR(200), 
	member_count INTEGER, 
	mass_count INTEGER, 
	cadre_count INTEGER, 
	headcount INTEGER, 
	headcount_typed INTEGER, 
	CONSTRAINT pk_activity PRIMARY KEY (id), 
	CONSTRAINT uq_activity_uuid UNIQUE (uuid), 
	CONSTRAINT fk_activity_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_activity_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_activity_village_id FOREIGN KEY(village_id) REFERENCES village (id), 
	CONSTRAINT fk_activity_counting_unit_id FOREIGN KEY(counting_unit_id) REFERENCES unit (id)
);
CREATE TABLE membership_text (
	id INTEGER NOT NULL, 
	remark TEXT, 
	CONSTRAINT pk_membership_text PRIMARY KEY (id), 
	CONSTRAINT fk_membership_text_id FOREIGN KEY(id) REFERENCES membership (id)
);
CREATE TABLE linked_unit (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	name VARCHAR(40), 
	sort VARCHAR(40), 
	township_id INTEGER, 
	started_on VARCHAR(10), 
	ended_on VARCHAR(10), 
	CONSTRAINT pk_linked_unit PRIMARY KEY (id), 
	CONSTRAINT uq_linked_unit_uuid UNIQUE (uuid), 
	CONSTRAINT fk_linked_unit_parent_id FOREIGN KEY(parent_id) REFERENCES membership (id), 
	CONSTRAINT fk_linked_unit_township_id FOREIGN KEY(township_id) REFERENCES township (id)
);
CREATE TABLE village_text (
	id INTEGER NOT NULL, 
	remark TEXT, 
	CONSTRAINT pk_village_text PRIMARY KEY (id), 
	CONSTRAINT fk_village_text_id FOREIGN KEY(id) REFERENCES village (id)
);
CREATE TABLE platform (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(40), 
	level VARCHAR(40), 
	setting VARCHAR(40), 
	township_id INTEGER, 
	village_id INTEGER, 
	address VARCHAR(80), 
	opened_on VARCHAR(10), 
	closed_on VARCHAR(10), 
	person VARCHAR(20), 
	premises VARCHAR(40), 
	demo BOOLEAN, 
	demo_level VARCHAR(40), 
	named_on VARCHAR(10), 
	document_no VARCHAR(40), 
	CONSTRAINT pk_platform PRIMARY KEY (id), 
	CONSTRAINT uq_platform_uuid UNIQUE (uuid), 
	CONSTRAINT fk_platform_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_platform_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_platform_village_id FOREIGN KEY(village_id) REFERENCES village (id)
);
CREATE TABLE studio (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(40), 
	sort VARCHAR(40), 
	opened_on VARCHAR(10), 
	closed_on VARCHAR(10), 
	township_id INTEGER, 
	sector VARCHAR(40), 
	address VARCHAR(80), 
	phone VARCHAR(20), 
	committee VARCHAR(40), 
	lead_id INTEGER, 
	theme VARCHAR(100), 
	reception_rule VARCHAR(100), 
	demo_level VARCHAR(40), 
	named_on VARCHAR(10), 
	state VARCHAR(40), 
	member_count INTEGER, 
	standard VARCHAR(40), 
	CONSTRAINT pk_studio PRIMARY KEY (id), 
	CONSTRAINT uq_studio_uuid UNIQUE (uuid), 
	CONSTRAINT fk_studio_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_studio_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_studio_lead_id FOREIGN KEY(lead_id) REFERENCES membership (id)
);
CREATE TABLE topic_plan (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	year INTEGER, 
	name VARCHAR(60), 
	brand VARCHAR(40), 
	focus VARCHAR(40), 
	source VARCHAR(40), 
	level VARCHAR(40), 
	township_id INTEGER, 
	village_id INTEGER, 
	leader VARCHAR(40), 
	committee VARCHAR(40), 
	member_id INTEGER, 
	planned_on VARCHAR(10), 
	state VARCHAR(40), 
	approved_on VARCHAR(10), 
	document_no VARCHAR(40), 
	CONSTRAINT pk_topic_plan PRIMARY KEY (id), 
	CONSTRAINT uq_topic_plan_uuid UNIQUE (uuid), 
	CONSTRAINT fk_topic_plan_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_topic_plan_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_topic_plan_village_id FOREIGN KEY(village_id) REFERENCES village (id), 
	CONSTRAINT fk_topic_plan_member_id FOREIGN KEY(member_id) REFERENCES membership (id)
);
CREATE TABLE adjustment (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	figure VARCHAR(40), 
	happened_on VARCHAR(10), 
	since VARCHAR(10), 
	amount INTEGER, 
	use VARCHAR(40), 
	basis VARCHAR(80), 
	made_by VARCHAR(20), 
	township_id INTEGER, 
	studio_id INTEGER, 
	sector VARCHAR(40), 
	brand VARCHAR(40), 
	focus VARCHAR(40), 
	CONSTRAINT pk_adjustment PRIMARY KEY (id), 
	CONSTRAINT uq_adjustment_uuid UNIQUE (uuid), 
	CONSTRAINT fk_adjustment_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_adjustment_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_adjustment_studio_id FOREIGN KEY(studio_id) REFERENCES studio (id)
);
CREATE TABLE attendance (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	activity_id INTEGER NOT NULL, 
	membership_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	sector VARCHAR(40), 
	township_id INTEGER, 
	studio_id INTEGER, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_attendance PRIMARY KEY (id), 
	CONSTRAINT uq_attendance_uuid UNIQUE (uuid), 
	CONSTRAINT fk_attendance_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id), 
	CONSTRAINT fk_attendance_membership_id FOREIGN KEY(membership_id) REFERENCES membership (id), 
	CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_attendance_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_attendance_studio_id FOREIGN KEY(studio_id) REFERENCES studio (id)
);
CREATE TABLE head_count (
	id INTEGER NOT NULL, 
	activity_id INTEGER NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_head_count PRIMARY KEY (id), 
	CONSTRAINT fk_head_count_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id)
);
CREATE TABLE meeting (
	id INTEGER NOT NULL, 
	topic VARCHAR(60), 
	plan_id INTEGER, 
	brand VARCHAR(40), 
	focus VARCHAR(40), 
	other_brands TEXT, 
	began_at VARCHAR(5), 
	finished_at VARCHAR(5), 
	form VARCHAR(40), 
	setting VARCHAR(40), 
	platform_id INTEGER, 
	host VARCHAR(40), 
	recorder VARCHAR(40), 
	lead_unit VARCHAR(40), 
	assist_units VARCHAR(100), 
	party_head BOOLEAN, 
	opinion_count INTEGER, 
	consensus_count INTEGER, 
	closed_count INTEGER, 
	reported_on VARCHAR(10), 
	case_made VARCHAR(40), 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_id FOREIGN KEY(id) REFERENCES activity (id), 
	CONSTRAINT fk_meeting_plan_id FOREIGN KEY(plan_id) REFERENCES topic_plan (id), 
	CONSTRAINT fk_meeting_platform_id FOREIGN KEY(platform_id) REFERENCES platform (id)
);
CREATE TABLE platform_text (
	id INTEGER NOT NULL, 
	remark TEXT, 
	CONSTRAINT pk_platform_text PRIMARY KEY (id), 
	CONSTRAINT fk_platform_text_id FOREIGN KEY(id) REFERENCES platform (id)
);
CREATE TABLE studio_text (
	id INTEGER NOT NULL, 
	"plan" TEXT, 
	remark TEXT, 
	CONSTRAINT pk_studio_text PRIMARY KEY (id), 
	CONSTRAINT fk_studio_text_id FOREIGN KEY(id) REFERENCES studio (id)
);
CREATE TABLE studio_member (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	member_id INTEGER, 
	joined_on VARCHAR(10), 
	left_on VARCHAR(10), 
	CONSTRAINT pk_studio_member PRIMARY KEY (id), 
	CONSTRAINT uq_studio_member_uuid UNIQUE (uuid), 
	CONSTRAINT fk_studio_member_parent_id FOREIGN KEY(parent_id) REFERENCES studio (id), 
	CONSTRAINT fk_studio_member_member_id FOREIGN KEY(member_id) REFERENCES membership (id)
);
CREATE TABLE checklist_item (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	item VARCHAR(40), 
	met BOOLEAN, 
	checked_on VARCHAR(10), 
	note VARCHAR(100), 
	CONSTRAINT pk_checklist_item PRIMARY KEY (id), 
	CONSTRAINT uq_checklist_item_uuid UNIQUE (uuid), 
	CONSTRAINT fk_checklist_item_parent_id FOREIGN KEY(parent_id) REFERENCES studio (id)
);
CREATE TABLE visit (
	id INTEGER NOT NULL, 
	name VARCHAR(60), 
	campaign VARCHAR(40), 
	host VARCHAR(60), 
	linked_kind VARCHAR(40), 
	ways TEXT, 
	audience TEXT, 
	recorder VARCHAR(40), 
	outreach_count INTEGER, 
	outreach_count_typed INTEGER, 
	people_served INTEGER, 
	people_served_typed INTEGER, 
	experts INTEGER, 
	demands INTEGER, 
	answered INTEGER, 
	donation INTEGER, 
	talks INTEGER, 
	tech_talks INTEGER, 
	students INTEGER, 
	patients INTEGER, 
	artworks INTEGER, 
	purchases INTEGER, 
	opinion_infos INTEGER, 
	proposals INTEGER, 
	CONSTRAINT pk_visit PRIMARY KEY (id), 
	CONSTRAINT fk_visit_id FOREIGN KEY(id) REFERENCES activity (id)
);
CREATE TABLE studio_activity (
	id INTEGER NOT NULL, 
	topic VARCHAR(60), 
	studio_id INTEGER, 
	activity_type VARCHAR(40), 
	convener VARCHAR(40), 
	recorder VARCHAR(40), 
	people_served INTEGER, 
	people_served_typed INTEGER, 
	opinion_count INTEGER, 
	opinion_count_typed INTEGER, 
	opinion_infos INTEGER, 
	proposals INTEGER, 
	CONSTRAINT pk_studio_activity PRIMARY KEY (id), 
	CONSTRAINT fk_studio_activity_id FOREIGN KEY(id) REFERENCES activity (id), 
	CONSTRAINT fk_studio_activity_studio_id FOREIGN KEY(studio_id) REFERENCES studio (id)
);
CREATE TABLE topic_plan_text (
	id INTEGER NOT NULL, 
	reason TEXT, 
	remark TEXT, 
	CONSTRAINT pk_topic_plan_text PRIMARY KEY (id), 
	CONSTRAINT fk_topic_plan_text_id FOREIGN KEY(id) REFERENCES topic_plan (id)
);
CREATE TABLE zero_report (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	month VARCHAR(10), 
	township_id INTEGER, 
	studio_id INTEGER, 
	committee VARCHAR(40), 
	subject VARCHAR(40), 
	reported_by VARCHAR(20), 
	CONSTRAINT pk_zero_report PRIMARY KEY (id), 
	CONSTRAINT uq_zero_report_uuid UNIQUE (uuid), 
	CONSTRAINT fk_zero_report_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_zero_report_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_zero_report_studio_id FOREIGN KEY(studio_id) REFERENCES studio (id)
);
CREATE TABLE adjustment_text (
	id INTEGER NOT NULL, 
	reason TEXT, 
	remark TEXT, 
	CONSTRAINT pk_adjustment_text PRIMARY KEY (id), 
	CONSTRAINT fk_adjustment_text_id FOREIGN KEY(id) REFERENCES adjustment (id)
);
CREATE TABLE case_info (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(60), 
	sort VARCHAR(40), 
	reported_on VARCHAR(10), 
	author VARCHAR(40), 
	meeting_id INTEGER, 
	township_id INTEGER, 
	sent_to VARCHAR(40), 
	adopted VARCHAR(40), 
	adopted_on VARCHAR(10), 
	exchanged_on VARCHAR(10), 
	exchange_level VARCHAR(40), 
	media VARCHAR(40), 
	media_level VARCHAR(40), 
	published_on VARCHAR(10), 
	link VARCHAR(200), 
	CONSTRAINT pk_case_info PRIMARY KEY (id), 
	CONSTRAINT uq_case_info_uuid UNIQUE (uuid), 
	CONSTRAINT fk_case_info_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_case_info_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_case_info_township_id FOREIGN KEY(township_id) REFERENCES township (id)
);
CREATE TABLE livelihood_deed (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	number VARCHAR(60), 
	status VARCHAR(12) NOT NULL, 
	revision INTEGER NOT NULL, 
	content_hash VARCHAR(64), 
	created_at VARCHAR(32) NOT NULL, 
	created_by VARCHAR(40) NOT NULL, 
	updated_at VARCHAR(32) NOT NULL, 
	updated_by VARCHAR(40) NOT NULL, 
	deleted_at VARCHAR(32), 
	name VARCHAR(60), 
	happened_on VARCHAR(10), 
	category VARCHAR(40), 
	source VARCHAR(40), 
	meeting_id INTEGER, 
	visit_id INTEGER, 
	activity_id INTEGER, 
	studio_id INTEGER, 
	township_id INTEGER, 
	member_id INTEGER, 
	leader VARCHAR(40), 
	led_project BOOLEAN, 
	people INTEGER, 
	households INTEGER, 
	department VARCHAR(40), 
	amount INTEGER, 
	deadline VARCHAR(10), 
	state VARCHAR(40), 
	closed_on VARCHAR(10), 
	revisited_on VARCHAR(10), 
	satisfaction VARCHAR(40), 
	CONSTRAINT pk_livelihood_deed PRIMARY KEY (id), 
	CONSTRAINT uq_livelihood_deed_uuid UNIQUE (uuid), 
	CONSTRAINT fk_livelihood_deed_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_livelihood_deed_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_livelihood_deed_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id), 
	CONSTRAINT fk_livelihood_deed_activity_id FOREIGN KEY(activity_id) REFERENCES studio_activity (id), 
	CONSTRAINT fk_livelihood_deed_studio_id FOREIGN KEY(studio_id) REFERENCES studio (id), 
	CONSTRAINT fk_livelihood_deed_township_id FOREIGN KEY(township_id) REFERENCES township (id), 
	CONSTRAINT fk_livelihood_deed_member_id FOREIGN KEY(member_id) REFERENCES membership (id)
);
CREATE TABLE meeting_text (
	id INTEGER NOT NULL, 
	background TEXT, 
	dissent TEXT, 
	remark TEXT, 
	CONSTRAINT pk_meeting_text PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_text_id FOREIGN KEY(id) REFERENCES meeting (id)
);
CREATE TABLE research_trip (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	"on" VARCHAR(10), 
	way VARCHAR(40), 
	people VARCHAR(100), 
	findings TEXT, 
	CONSTRAINT pk_research_trip PRIMARY KEY (id), 
	CONSTRAINT uq_research_trip_uuid UNIQUE (uuid), 
	CONSTRAINT fk_research_trip_parent_id FOREIGN KEY(parent_id) REFERENCES meeting (id)
);
CREATE TABLE speech (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	speaker VARCHAR(30), 
	identity VARCHAR(40), 
	points TEXT, 
	CONSTRAINT pk_speech PRIMARY KEY (id), 
	CONSTRAINT uq_speech_uuid UNIQUE (uuid), 
	CONSTRAINT fk_speech_parent_id FOREIGN KEY(parent_id) REFERENCES meeting (id)
);
CREATE TABLE opinion (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	text TEXT, 
	raised_by VARCHAR(30), 
	adopted VARCHAR(40), 
	CONSTRAINT pk_opinion PRIMARY KEY (id), 
	CONSTRAINT uq_opinion_uuid UNIQUE (uuid), 
	CONSTRAINT fk_opinion_parent_id FOREIGN KEY(parent_id) REFERENCES meeting (id)
);
CREATE TABLE consensus_item (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	text TEXT, 
	CONSTRAINT pk_consensus_item PRIMARY KEY (id), 
	CONSTRAINT uq_consensus_item_uuid UNIQUE (uuid), 
	CONSTRAINT fk_consensus_item_parent_id FOREIGN KEY(parent_id) REFERENCES meeting (id)
);
CREATE TABLE instruction (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	leader VARCHAR(40), 
	level VARCHAR(40), 
	given_on VARCHAR(10), 
	text TEXT, 
	CONSTRAINT pk_instruction PRIMARY KEY (id), 
	CONSTRAINT uq_instruction_uuid UNIQUE (uuid), 
	CONSTRAINT fk_instruction_parent_id FOREIGN KEY(parent_id) REFERENCES meeting (id)
);
CREATE TABLE visit_text (
	id INTEGER NOT NULL, 
	content TEXT, 
	outcome TEXT, 
	remark TEXT, 
	CONSTRAINT pk_visit_text PRIMARY KEY (id), 
	CONSTRAINT fk_visit_text_id FOREIGN KEY(id) REFERENCES visit (id)
);
CREATE TABLE raised_problem (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	text TEXT, 
	sort VARCHAR(40), 
	answered BOOLEAN, 
	handed_to VARCHAR(40), 
	deadline VARCHAR(10), 
	closed_on VARCHAR(10), 
	result VARCHAR(200), 
	told_on VARCHAR(10), 
	CONSTRAINT pk_raised_problem PRIMARY KEY (id), 
	CONSTRAINT uq_raised_problem_uuid UNIQUE (uuid), 
	CONSTRAINT fk_raised_problem_parent_id FOREIGN KEY(parent_id) REFERENCES visit (id)
);
CREATE TABLE studio_activity_text (
	id INTEGER NOT NULL, 
	summary TEXT, 
	outcome TEXT, 
	remark TEXT, 
	CONSTRAINT pk_studio_activity_text PRIMARY KEY (id), 
	CONSTRAINT fk_studio_activity_text_id FOREIGN KEY(id) REFERENCES studio_activity (id)
);
CREATE TABLE reception (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	visitor VARCHAR(30), 
	phone VARCHAR(20), 
	matter TEXT, 
	sort VARCHAR(40), 
	answered BOOLEAN, 
	handed_to VARCHAR(40), 
	deadline VARCHAR(10), 
	closed_on VARCHAR(10), 
	result VARCHAR(200), 
	told_on VARCHAR(10), 
	CONSTRAINT pk_reception PRIMARY KEY (id), 
	CONSTRAINT uq_reception_uuid UNIQUE (uuid), 
	CONSTRAINT fk_reception_parent_id FOREIGN KEY(parent_id) REFERENCES studio_activity (id)
);
CREATE TABLE zero_report_text (
	id INTEGER NOT NULL, 
	remark TEXT, 
	CONSTRAINT pk_zero_report_text PRIMARY KEY (id), 
	CONSTRAINT fk_zero_report_text_id FOREIGN KEY(id) REFERENCES zero_report (id)
);
CREATE TABLE case_info_text (
	id INTEGER NOT NULL, 
	content TEXT, 
	remark TEXT, 
	CONSTRAINT pk_case_info_text PRIMARY KEY (id), 
	CONSTRAINT fk_case_info_text_id FOREIGN KEY(id) REFERENCES case_info (id)
);
CREATE TABLE promotion (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	sort VARCHAR(40), 
	"on" VARCHAR(10), 
	basis VARCHAR(60), 
	CONSTRAINT pk_promotion PRIMARY KEY (id), 
	CONSTRAINT uq_promotion_uuid UNIQUE (uuid), 
	CONSTRAINT fk_promotion_parent_id FOREIGN KEY(parent_id) REFERENCES case_info (id)
);
CREATE TABLE livelihood_deed_text (
	id INTEGER NOT NULL, 
	content TEXT, 
	remark TEXT, 
	CONSTRAINT pk_livelihood_deed_text PRIMARY KEY (id), 
	CONSTRAINT fk_livelihood_deed_text_id FOREIGN KEY(id) REFERENCES livelihood_deed (id)
);
CREATE TABLE task (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	unit VARCHAR(40), 
	deadline VARCHAR(10), 
	adoption VARCHAR(40), 
	state VARCHAR(40), 
	closed_on VARCHAR(10), 
	told_on VARCHAR(10), 
	satisfaction VARCHAR(40), 
	assist_units VARCHAR(60), 
	destination VARCHAR(40), 
	CONSTRAINT pk_task PRIMARY KEY (id), 
	CONSTRAINT uq_task_uuid UNIQUE (uuid), 
	CONSTRAINT fk_task_parent_id FOREIGN KEY(parent_id) REFERENCES consensus_item (id)
);
CREATE TABLE progress (
	id INTEGER NOT NULL, 
	uuid VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	parent_id INTEGER NOT NULL, 
	"on" VARCHAR(10), 
	text VARCHAR(200), 
	CONSTRAINT pk_progress PRIMARY KEY (id), 
	CONSTRAINT uq_progress_uuid UNIQUE (uuid), 
	CONSTRAINT fk_progress_parent_id FOREIGN KEY(parent_id) REFERENCES task (id)
);
CREATE VIRTUAL TABLE search USING fts5(title, body, people, initials, kind, content='', contentless_delete=1, tokenize='ascii', prefix='1');
INSERT INTO "option_entry" ("id", "options", "key", "label", "position", "group", "maps_to", "started_on", "ended_on", "retired") VALUES
(1, 'cppcc_level', 'county', '县级', 0, '', '', NULL, NULL, 0),
(2, 'cppcc_level', 'city', '市级', 1, '', '', NULL, NULL, 0),
(3, 'cppcc_level', 'province', '省级', 2, '', '', NULL, NULL, 0),
(4, 'cppcc_level', 'nation', '全国', 3, '', '', NULL, NULL, 0),
(5, 'level', 'county', '县级', 0, '', '', NULL, NULL, 0),
(6, 'level', 'township', '乡镇（街道）', 1, '', '', NULL, NULL, 0),
(7, 'level', 'village', '村（社区）', 2, '', '', NULL, NULL, 0),
(8, 'level', 'enterprise', '企业园区', 3, '', '', NULL, NULL, 0),
(9, 'village_kind', 'village', '行政村', 0, '', '', NULL, NULL, 0),
(10, 'village_kind', 'community', '社区', 1, '', '', NULL, NULL, 0),
(11, 'brand', 'grassroots', '协商在基层', 0, '', '', NULL, NULL, 0),
(12, 'brand', 'courtyard', '院坝说事', 1, '', '', NULL, NULL, 0),
(13, 'brand', 'sector_talk', '界别协商', 2, '', '', NULL, NULL, 0),
(14, 'brand', 'negotiate', '有事好商量', 3, '', '', NULL, NULL, 0),
(15, 'brand', 'face_to_face', '春城面对面', 4, '', '', NULL, NULL, 0),
(16, 'brand', 'frontline', '一线协商', 5, '', '', NULL, NULL, 0),
(17, 'brand', 'livelihood_hall', '民生议事堂', 6, '', '', NULL, NULL, 0),
(18, 'brand', 'border', '边寨协商', 7, '', '', NULL, NULL, 0),
(19, 'brand', 'micro', '小微协商', 8, '', '', NULL, NULL, 0),
(20, 'brand', 'other', '其他', 9, '', '', NULL, NULL, 0),
(21, 'focus', 'law', '普法强基', 0, '', '', NULL, NULL, 0),
(22, 'focus', 'customs', '移风易俗', 1, '', '', NULL, NULL, 0),
(23, 'focus', 'green', '绿美乡村', 2, '', '', NULL, NULL, 0),
(24, 'focus', 'poverty', '扶弱济困', 3, '', '', NULL, NULL, 0),
(25, 'focus', 'prosperity', '富民强市', 4, '', '', NULL, NULL, 0),
(26, 'topic_source', 'party', '党委政府点题', 0, '', '', NULL, NULL, 0),
(27, 'topic_source', 'members', '委员提出', 1, '', '', NULL, NULL, 0),
(28, 'topic_source', 'masses', '群众反映', 2, '', '', NULL, NULL, 0),
(29, 'topic_source', 'opinion', '社情民意转化', 3, '', '', NULL, NULL, 0),
(30, 'topic_source', 'proposal', '提案转化', 4, '', '', NULL, NULL, 0),
(31, 'topic_source', 'township', '乡镇村提出', 5, '', '', NULL, NULL, 0),
(32, 'topic_source', 'chair', '主席会议成员牵头', 6, '', '', NULL, NULL, 0),
(33, 'topic_state', 'collected', '已征集', 0, '', '', NULL, NULL, 0),
(34, 'topic_state', 'approved', '已审定', 1, '', '', NULL, NULL, 0),
(35, 'topic_state', 'researching', '调研中', 2, '', '', NULL, NULL, 0),
(36, 'topic_state', 'discussed', '已协商', 3, '', '', NULL, NULL, 0),
(37, 'topic_state', 'reported', '成果已报送', 4, '', '', NULL, NULL, 0),
(38, 'topic_state', 'answered', '已反馈办结', 5, '', '', NULL, NULL, 0),
(39, 'topic_state', 'cancelled', '撤销', 6, '', '', NULL, NULL, 0),
(40, 'meeting_form', 'meeting', '会议协商', 0, '', '', NULL, NULL, 0),
(41, 'meeting_form', 'site', '现场协商', 1, '', '', NULL, NULL, 0),
(42, 'meeting_form', 'online', '网络协商', 2, '', '', NULL, NULL, 0),
(43, 'meeting_form', 'courtyard', '院坝协商', 3, '', '', NULL, NULL, 0),
(44, 'meeting_setting', 'fixed', '固定', 0, '', '', NULL, NULL, 0),
(45, 'meeting_setting', 'mobile', '流动', 1, '', '', NULL, NULL, 0),
(46, 'research_way', 'visit', '入户走访', 0, '', '', NULL, NULL, 0),
(47, 'research_way', 'site', '现场踏勘', 1, '', '', NULL, NULL, 0),
(48, 'research_way', 'forum', '座谈', 2, '', '', NULL, NULL, 0),
(49, 'research_way', 'survey', '问卷', 3, '', '', NULL, NULL, 0),
(50, 'research_way', 'papers', '查阅资料', 4, '', '', NULL, NULL, 0),
(51, 'research_way', 'other', '其他', 5, '', '', NULL, NULL, 0),
(52, 'people_role', 'leaders', '党政领导', 0, '', '', NULL, NULL, 0),
(53, 'people_role', 'departments', '部门人员', 1, '', '', NULL, NULL, 0),
(54, 'people_role', 'cadres', '镇村干部', 2, '', '', NULL, NULL, 0),
(55, 'people_role', 'masses', '群众代表', 3, '', '', NULL, NULL, 0),
(56, 'people_role', 'experts', '专家学者', 4, '', '', NULL, NULL, 0),
(57, 'people_role', 'enterprises', '企业和社会组织', 5, '', '', NULL, NULL, 0),
(58, 'people_role', 'media', '媒体', 6, '', '', NULL, NULL, 0),
(59, 'people_role', 'office', '政协机关人员', 7, '', '', NULL, NULL, 0),
(60, 'people_role', 'unnamed_county', '未列名县级委员', 8, '', '', NULL, NULL, 0),
(61, 'people_role', 'unnamed_city', '未列名市级委员', 9, '', '', NULL, NULL, 0),
(62, 'people_role', 'unnamed_province', '未列名省级委员', 10, '', '', NULL, NULL, 0),
(63, 'people_role', 'unnamed_nation', '未列名全国委员', 11, '', '', NULL, NULL, 0),
(64, 'attendance_role', 'member', '参加', 0, '', '', NULL, NULL, 0),
(65, 'attendance_role', 'host', '主持', 1, '', '', NULL, NULL, 0),
(66, 'attendance_role', 'convener', '召集', 2, '', '', NULL, NULL, 0),
(67, 'attendance_role', 'speaker', '主讲', 3, '', '', NULL, NULL, 0),
(68, 'attendance_status', 'present', '出席', 0, '', '', NULL, NULL, 0),
(69, 'attendance_status', 'leave', '请假', 1, '', '', NULL, NULL, 0),
(70, 'attendance_status', 'absent', '缺席', 2, '', '', NULL, NULL, 0),
(71, 'adoption', 'adopted', '采纳', 0, '', '', NULL, NULL, 0),
(72, 'adoption', 'partly', '部分采纳', 1, '', '', NULL, NULL, 0),
(73, 'adoption', 'declined', '未采纳', 2, '', '', NULL, NULL, 0),
(74, 'task_state', 'open', '未启动', 0, '', '', NULL, NULL, 0),
(75, 'task_state', 'working', '办理中', 1, '', '', NULL, NULL, 0),
(76, 'task_state', 'closed', '已办结', 2, '', '', NULL, NULL, 0),
(77, 'task_state', 'stuck', '暂不能解决', 3, '', '', NULL, NULL, 0),
(78, 'satisfaction', 'satisfied', '满意', 0, '', '', NULL, NULL, 0),
(79, 'satisfaction', 'mostly', '基本满意', 1, '', '', NULL, NULL, 0),
(80, 'satisfaction', 'unsatisfied', '不满意', 2, '', '', NULL, NULL, 0),
(81, 'destination', 'opinion', '社情民意', 0, '', '', NULL, NULL, 0),
(82, 'destination', 'proposal', '提案', 1, '', '', NULL, NULL, 0),
(83, 'destination', 'report', '专报', 2, '', '', NULL, NULL, 0),
(84, 'destination', 'project', '民生项目', 3, '', '', NULL, NULL, 0),
(85, 'destination', 'document', '政府文件', 4, '', '', NULL, NULL, 0),
(86, 'case_kind', 'dynamic', '工作动态信息', 0, '', '', NULL, NULL, 0),
(87, 'case_kind', 'typical', '典型案例', 1, '', '', NULL, NULL, 0),
(88, 'case_kind', 'quality', '精品案例', 2, '', '', NULL, NULL, 0),
(89, 'case_kind', 'innovation', '创新案例', 3, '', '', NULL, NULL, 0),
(90, 'case_kind', 'experience', '经验材料', 4, '', '', NULL, NULL, 0),
(91, 'sent_to', 'city', '市政协', 0, '', '', NULL, NULL, 0),
(92, 'sent_to', 'province', '省政协', 1, '', '', NULL, NULL, 0),
(93, 'sent_to', 'media', '媒体', 2, '', '', NULL, NULL, 0),
(94, 'case_adoption', 'none', '未采用', 0, '', '', NULL, NULL, 0),
(95, 'case_adoption', 'city', '市采用', 1, '', '', NULL, NULL, 0),
(96, 'case_adoption', 'province', '省采用', 2, '', '', NULL, NULL, 0),
(97, 'case_adoption', 'nation', '全国采用', 3, '', '', NULL, NULL, 0),
(98, 'case_adoption', 'compiled', '入选汇编', 4, '', '', NULL, NULL, 0),
(99, 'case_adoption', 'praised', '获表扬通报', 5, '', '', NULL, NULL, 0),
(100, 'campaign', 'thousand', '千名委员走基层', 0, '', '', NULL, NULL, 0),
(101, 'campaign', 'sector_masses', '联系界别群众', 1, '', '', NULL, NULL, 0),
(102, 'campaign', 'big_visit', '政协委员大走访', 2, '', '', NULL, NULL, 0),
(103, 'campaign', 'double', '双助推', 3, '', '', NULL, NULL, 0),
(104, 'campaign', 'other', '其他走访', 4, '', '', NULL, NULL, 0),
(105, 'linked_unit_kind', 'village', '村', 0, '', '', NULL, NULL, 0),
(106, 'linked_unit_kind', 'community', '社区', 1, '', '', NULL, NULL, 0),
(107, 'linked_unit_kind', 'enterprise', '企业', 2, '', '', NULL, NULL, 0),
(108, 'linked_unit_kind', 'hospital', '医院', 3, '', '', NULL, NULL, 0),
(109, 'linked_unit_kind', 'school', '学校', 4, '', '', NULL, NULL, 0),
(110, 'linked_unit_kind', 'two_new', '“两新”组织', 5, '', '', NULL, NULL, 0),
(111, 'linked_unit_kind', 'household', '农户', 6, '', '', NULL, NULL, 0),
(112, 'linked_unit_kind', 'other', '其他', 7, '', '', NULL, NULL, 0),
(113, 'visit_way', 'visit', '主动走访', 0, '', '', NULL, NULL, 0),
(114, 'visit_way', 'consult', '互动协商', 1, '', '', NULL, NULL, 0),
(115, 'visit_way', 'deed', '帮办实事', 2, '', '', NULL, NULL, 0),
(116, 'visit_way', 'guide', '教育引导', 3, '', '', NULL, NULL, 0),
(117, 'visit_way', 'preach', '政策宣讲', 4, '', '', NULL, NULL, 0),
(118, 'visit_way', 'research', '调研', 5, '', '', NULL, NULL, 0),
(119, 'visit_way', 'clinic', '义诊义教', 6, '', '', NULL, NULL, 0),
(120, 'visit_way', 'donate', '捐赠', 7, '', '', NULL, NULL, 0),
(121, 'visit_way', 'reception', '接待日', 8, '', '', NULL, NULL, 0),
(122, 'audience', 'sector', '本界别群众', 0, '', '', NULL, NULL, 0),
(123, 'audience', 'new_class', '新的社会阶层人士', 1, '', '', NULL, NULL, 0),
(124, 'audience', 'needy', '困难群众', 2, '', '', NULL, NULL, 0),
(125, 'audience', 'expert', '专家', 3, '', '', NULL, NULL, 0),
(126, 'audience', 'entrepreneur', '企业经营者', 4, '', '', NULL, NULL, 0),
(127, 'audience', 'other', '其他群众', 5, '', '', NULL, NULL, 0),
(128, 'matter_kind', 'education', '教育', 0, '', '', NULL, NULL, 0),
(129, 'matter_kind', 'employment', '就业', 1, '', '', NULL, NULL, 0),
(130, 'matter_kind', 'medical', '医疗', 2, '', '', NULL, NULL, 0),
(131, 'matter_kind', 'elderly', '养老', 3, '', '', NULL, NULL, 0),
(132, 'matter_kind', 'housing', '住房', 4, '', '', NULL, NULL, 0),
(133, 'matter_kind', 'traffic', '出行', 5, '', '', NULL, NULL, 0),
(134, 'matter_kind', 'infrastructure', '基础设施', 6, '', '', NULL, NULL, 0),
(135, 'matter_kind', 'industry', '产业', 7, '', '', NULL, NULL, 0),
(136, 'matter_kind', 'environment', '环境', 8, '', '', NULL, NULL, 0),
(137, 'matter_kind', 'law', '法律', 9, '', '', NULL, NULL, 0),
(138, 'matter_kind', 'relief', '救助', 10, '', '', NULL, NULL, 0),
(139, 'matter_kind', 'other', '其他', 11, '', '', NULL, NULL, 0),
(140, 'deed_category', 'education', '教育', 0, '', '', NULL, NULL, 0),
(141, 'deed_category', 'employment', '就业', 1, '', '', NULL, NULL, 0),
(142, 'deed_category', 'medical', '医疗', 2, '', '', NULL, NULL, 0),
(143, 'deed_category', 'elderly', '养老', 3, '', '', NULL, NULL, 0),
(144, 'deed_category', 'housing', '住房', 4, '', '', NULL, NULL, 0),
(145, 'deed_category', 'traffic', '出行', 5, '', '', NULL, NULL, 0),
(146, 'deed_category', 'infrastructure', '基础设施', 6, '', '', NULL, NULL, 0),
(147, 'deed_category', 'industry', '产业', 7, '', '', NULL, NULL, 0),
(148, 'deed_category', 'environment', '环境', 8, '', '', NULL, NULL, 0),
(149, 'deed_category', 'law', '法律', 9, '', '', NULL, NULL, 0),
(150, 'deed_category', 'relief', '救助', 10, '', '', NULL, NULL, 0),
(151, 'deed_category', 'other', '其他', 11, '', '', NULL, NULL, 0),
(152, 'deed_source', 'visit', '走访', 0, '', '', NULL, NULL, 0),
(153, 'deed_source', 'meeting', '协商', 1, '', '', NULL, NULL, 0),
(154, 'deed_source', 'reception', '接待日', 2, '', '', NULL, NULL, 0),
(155, 'deed_source', 'proposal', '提案', 3, '', '', NULL, NULL, 0),
(156, 'deed_source', 'led', '领办项目', 4, '', '', NULL, NULL, 0),
(157, 'deed_state', 'registered', '登记', 0, '', '', NULL, NULL, 0),
(158, 'deed_state', 'assigned', '交办', 1, '', '', NULL, NULL, 0),
(159, 'deed_state', 'working', '办理中', 2, '', '', NULL, NULL, 0),
(160, 'deed_state', 'closed', '已办结', 3, '', '', NULL, NULL, 0),
(161, 'deed_state', 'revisited', '已回访', 4, '', '', NULL, NULL, 0),
(162, 'deed_state', 'impossible', '无法办理', 5, '', '', NULL, NULL, 0),
(163, 'studio_kind', 'station', '委员工作站', 0, '', '', NULL, NULL, 0),
(164, 'studio_kind', 'township', '乡镇街道工作室', 1, '', '', NULL, NULL, 0),
(165, 'studio_kind', 'sector', '界别工作室', 2, '', '', NULL, NULL, 0),
(166, 'studio_kind', 'party', '党派工作室', 3, '', '', NULL, NULL, 0),
(167, 'studio_kind', 'personal', '委员个人工作室', 4, '', '', NULL, NULL, 0),
(168, 'studio_kind', 'special', '特色工作室', 5, '', '', NULL, NULL, 0),
(169, 'studio_kind', 'enterprise', '企业园区工作室', 6, '', '', NULL, NULL, 0),
(170, 'studio_state', 'running', '运行', 0, '', '', NULL, NULL, 0),
(171, 'studio_state', 'stopped', '停用', 1, '', '', NULL, NULL, 0),
(172, 'studio_state', 'merged', '撤并', 2, '', '', NULL, NULL, 0),
(173, 'studio_activity_type', 'study', '学习培训', 0, '', '', NULL, NULL, 0),
(174, 'studio_activity_type', 'reception', '接待日', 1, '', '', NULL, NULL, 0),
(175, 'studio_activity_type', 'visit', '走访慰问', 2, '', '', NULL, NULL, 0),
(176, 'studio_activity_type', 'research', '调研视察', 3, '', '', NULL, NULL, 0),
(177, 'studio_activity_type', 'consult', '协商议事', 4, '', '', NULL, NULL, 0),
(178, 'studio_activity_type', 'preach', '政策宣讲', 5, '', '', NULL, NULL, 0),
(179, 'studio_activity_type', 'service', '服务群众', 6, '', '', NULL, NULL, 0),
(180, 'studio_activity_type', 'friendship', '联谊', 7, '', '', NULL, NULL, 0),
(181, 'studio_activity_type', 'donate', '捐助', 8, '', '', NULL, NULL, 0),
(182, 'studio_activity_type', 'other', '其他', 9, '', '', NULL, NULL, 0),
(183, 'demo_level', 'county', '县级示范', 0, '', '', NULL, NULL, 0),
(184, 'demo_level', 'city', '市级示范', 1, '', '', NULL, NULL, 0),
(185, 'demo_level', 'province', '省级示范', 2, '', '', NULL, NULL, 0),
(186, 'checklist_standard', 'gansu_six', '六有（场地、标识、制度、特色、档案、成果）', 0, '', '', NULL, NULL, 0),
(187, 'checklist_standard', 'shaoguan_six', '六有（阵地、标识、制度、流程、活动、成效）', 1, '', '', NULL, NULL, 0),
(188, 'checklist_standard', 'anxiang_five', '五有（阵地、能人、特色、活动、足迹）', 2, '', '', NULL, NULL, 0),
(189, 'checklist_standard', 'xixiang_five', '五有（场所、队伍、机制、制度、设施）', 3, '', '', NULL, NULL, 0),
(190, 'checklist_standard', 'shangluo_five', '五上墙（标识、人员、职责、流程、制度）', 4, '', '', NULL, NULL, 0),
(191, 'checklist_item', 'gansu_1', '有场地', 0, 'gansu_six', '', NULL, NULL, 0),
(192, 'checklist_item', 'gansu_2', '有标识', 1, 'gansu_six', '', NULL, NULL, 0),
(193, 'checklist_item', 'gansu_3', '有制度', 2, 'gansu_six', '', NULL, NULL, 0),
(194, 'checklist_item', 'gansu_4', '有特色', 3, 'gansu_six', '', NULL, NULL, 0),
(195, 'checklist_item', 'gansu_5', '有档案', 4, 'gansu_six', '', NULL, NULL, 0),
(196, 'checklist_item', 'gansu_6', '有成果', 5, 'gansu_six', '', NULL, NULL, 0),
(197, 'checklist_item', 'shaoguan_1', '有阵地', 6, 'shaoguan_six', '', NULL, NULL, 0),
(198, 'checklist_item', 'shaoguan_2', '有统一标识', 7, 'shaoguan_six', '', NULL, NULL, 0),
(199, 'checklist_item', 'shaoguan_3', '有工作制度', 8, 'shaoguan_six', '', NULL, NULL, 0),
(200, 'checklist_item', 'shaoguan_4', '有流程', 9, 'shaoguan_six', '', NULL, NULL, 0),
(201, 'checklist_item', 'shaoguan_5', '有活动', 10, 'shaoguan_six', '', NULL, NULL, 0),
(202, 'checklist_item', 'shaoguan_6', '有成效', 11, 'shaoguan_six', '', NULL, NULL, 0),
(203, 'checklist_item', 'anxiang_1', '有活动阵地', 12, 'anxiang_five', '', NULL, NULL, 0),
(204, 'checklist_item', 'anxiang_2', '有能人', 13, 'anxiang_five', '', NULL, NULL, 0),
(205, 'checklist_item', 'anxiang_3', '有本室特色', 14, 'anxiang_five', '', NULL, NULL, 0),
(206, 'checklist_item', 'anxiang_4', '有经常活动', 15, 'anxiang_five', '', NULL, NULL, 0),
(207, 'checklist_item', 'anxiang_5', '有足迹', 16, 'anxiang_five', '', NULL, NULL, 0),
(208, 'checklist_item', 'xixiang_1', '固定场所', 17, 'xixiang_five', '', NULL, NULL, 0),
(209, 'checklist_item', 'xixiang_2', '委员队伍', 18, 'xixiang_five', '', NULL, NULL, 0),
(210, 'checklist_item', 'xixiang_3', '工作机制', 19, 'xixiang_five', '', NULL, NULL, 0),
(211, 'checklist_item', 'xixiang_4', '管理制度', 20, 'xixiang_five', '', NULL, NULL, 0),
(212, 'checklist_item', 'xixiang_5', '办公设施', 21, 'xixiang_five', '', NULL, NULL, 0),
(213, 'checklist_item', 'shangluo_1', '统一标识上墙', 22, 'shangluo_five', '', NULL, NULL, 0),
(214, 'checklist_item', 'shangluo_2', '人员信息上墙', 23, 'shangluo_five', '', NULL, NULL, 0),
(215, 'checklist_item', 'shangluo_3', '工作职责上墙', 24, 'shangluo_five', '', NULL, NULL, 0),
(216, 'checklist_item', 'shangluo_4', '工作流程上墙', 25, 'shangluo_five', '', NULL, NULL, 0),
(217, 'checklist_item', 'shangluo_5', '规章制度上墙', 26, 'shangluo_five', '', NULL, NULL, 0),
(218, 'gender', 'male', '男', 0, '', '', NULL, NULL, 0),
(219, 'gender', 'female', '女', 1, '', '', NULL, NULL, 0),
(220, 'ethnicity', 'han', '汉族', 0, '', '', NULL, NULL, 0),
(221, 'ethnicity', 'yi', '彝族', 1, '', '', NULL, NULL, 0),
(222, 'ethnicity', 'bai', '白族', 2, '', '', NULL, NULL, 0),
(223, 'ethnicity', 'hani', '哈尼族', 3, '', '', NULL, NULL, 0),
(224, 'ethnicity', 'zhuang', '壮族', 4, '', '', NULL, NULL, 0),
(225, 'ethnicity', 'dai', '傣族', 5, '', '', NULL, NULL, 0),
(226, 'ethnicity', 'miao', '苗族', 6, '', '', NULL, NULL, 0),
(227, 'ethnicity', 'lisu', '傈僳族', 7, '', '', NULL, NULL, 0),
(228, 'ethnicity', 'hui', '回族', 8, '', '', NULL, NULL, 0),
(229, 'ethnicity', 'lahu', '拉祜族', 9, '', '', NULL, NULL, 0),
(230, 'ethnicity', 'wa', '佤族', 10, '', '', NULL, NULL, 0),
(231, 'ethnicity', 'naxi', '纳西族', 11, '', '', NULL, NULL, 0),
(232, 'ethnicity', 'yao', '瑶族', 12, '', '', NULL, NULL, 0),
(233, 'ethnicity', 'zang', '藏族', 13, '', '', NULL, NULL, 0),
(234, 'ethnicity', 'jingpo', '景颇族', 14, '', '', NULL, NULL, 0),
(235, 'ethnicity', 'bulang', '布朗族', 15, '', '', NULL, NULL, 0),
(236, 'ethnicity', 'pumi', '普米族', 16, '', '', NULL, NULL, 0),
(237, 'ethnicity', 'nu', '怒族', 17, '', '', NULL, NULL, 0),
(238, 'ethnicity', 'achang', '阿昌族', 18, '', '', NULL, NULL, 0),
(239, 'ethnicity', 'jinuo', '基诺族', 19, '', '', NULL, NULL, 0),
(240, 'ethnicity', 'menggu', '蒙古族', 20, '', '', NULL, NULL, 0),
(241, 'ethnicity', 'dulong', '独龙族', 21, '', '', NULL, NULL, 0),
(242, 'ethnicity', 'man', '满族', 22, '', '', NULL, NULL, 0),
(243, 'ethnicity', 'shui', '水族', 23, '', '', NULL, NULL, 0),
(244, 'ethnicity', 'buyi', '布依族', 24, '', '', NULL, NULL, 0),
(245, 'ethnicity', 'dong', '侗族', 25, '', '', NULL, NULL, 0),
(246, 'ethnicity', 'tujia', '土家族', 26, '', '', NULL, NULL, 0),
(247, 'ethnicity', 'other', '其他民族', 27, '', '', NULL, NULL, 0),
(248, 'political_status', 'cpc', '中共党员', 0, '', '', NULL, NULL, 0),
(249, 'political_status', 'league', '共青团员', 1, '', '', NULL, NULL, 0),
(250, 'political_status', 'rcckmt', '民革党员', 2, '', '', NULL, NULL, 0),
(251, 'political_status', 'cdl', '民盟盟员', 3, '', '', NULL, NULL, 0),
(252, 'political_status', 'cndca', '民建会员', 4, '', '', NULL, NULL, 0),
(253, 'political_status', 'capd', '民进会员', 5, '', '', NULL, NULL, 0),
(254, 'political_status', 'cpwdp', '农工党党员', 6, '', '', NULL, NULL, 0),
(255, 'political_status', 'zg', '致公党党员', 7, '', '', NULL, NULL, 0),
(256, 'political_status', 'jiusan', '九三学社社员', 8, '', '', NULL, NULL, 0),
(257, 'political_status', 'taimeng', '台盟盟员', 9, '', '', NULL, NULL, 0),
(258, 'political_status', 'none', '无党派人士', 10, '', '', NULL, NULL, 0),
(259, 'political_status', 'masses', '群众', 11, '', '', NULL, NULL, 0),
(260, 'education', 'junior', '初中及以下', 0, '', '', NULL, NULL, 0),
(261, 'education', 'senior', '高中中专', 1, '', '', NULL, NULL, 0),
(262, 'education', 'college', '大专', 2, '', '', NULL, NULL, 0),
(263, 'education', 'bachelor', '本科', 3, '', '', NULL, NULL, 0),
(264, 'education', 'master', '硕士研究生', 4, '', '', NULL, NULL, 0),
(265, 'education', 'doctor', '博士研究生', 5, '', '', NULL, NULL, 0),
(266, 'sector', 'cpc', '中共', 0, '', '', NULL, NULL, 0),
(267, 'sector', 'rcckmt', '民革', 1, '', '', NULL, NULL, 0),
(268, 'sector', 'cdl', '民盟', 2, '', '', NULL, NULL, 0),
(269, 'sector', 'cndca', '民建', 3, '', '', NULL, NULL, 0),
(270, 'sector', 'nonparty', '无党派人士', 4, '', '', NULL, NULL, 0),
(271, 'sector', 'league', '共青团', 5, '', '', NULL, NULL, 0),
(272, 'sector', 'union', '总工会', 6, '', '', NULL, NULL, 0),
(273, 'sector', 'women', '妇联', 7, '', '', NULL, NULL, 0),
(274, 'sector', 'industry', '工商联', 8, '', '', NULL, NULL, 0),
(275, 'sector', 'science', '科协', 9, '', '', NULL, NULL, 0),
(276, 'sector', 'taiwan', '台侨联', 10, '', '', NULL, NULL, 0),
(277, 'sector', 'culture', '文化艺术界', 11, '', '', NULL, NULL, 0),
(278, 'sector', 'technology', '科学技术界', 12, '', '', NULL, NULL, 0),
(279, 'sector', 'economy', '经济界', 13, '', '', NULL, NULL, 0),
(280, 'sector', 'agriculture', '农业和农村界', 14, '', '', NULL, NULL, 0),
(281, 'sector', 'education', '教育界', 15, '', '', NULL, NULL, 0),
(282, 'sector', 'medicine', '医药卫生界', 16, '', '', NULL, NULL, 0),
(283, 'sector', 'welfare', '社会福利和社会保障界', 17, '', '', NULL, NULL, 0),
(284, 'sector', 'ethnic', '少数民族界', 18, '', '', NULL, NULL, 0),
(285, 'sector', 'religion', '宗教界', 19, '', '', NULL, NULL, 0),
(286, 'sector', 'special', '特邀人士', 20, '', '', NULL, NULL, 0),
(287, 'committee', 'proposal', '提案委员会', 0, '', '', NULL, NULL, 0),
(288, 'committee', 'economy', '经济和农业农村委员会', 1, '', '', NULL, NULL, 0),
(289, 'committee', 'population', '人口资源环境委员会', 2, '', '', NULL, NULL, 0),
(290, 'committee', 'education', '教科卫体委员会', 3, '', '', NULL, NULL, 0),
(291, 'committee', 'social', '社会和法制委员会', 4, '', '', NULL, NULL, 0),
(292, 'committee', 'ethnic', '民族宗教和港澳台侨委员会', 5, '', '', NULL, NULL, 0),
(293, 'committee', 'culture', '文化文史和学习委员会', 6, '', '', NULL, NULL, 0),
(294, 'committee', 'liaison', '委员联络委员会', 7, '', '', NULL, NULL, 0),
(295, 'post', 'chair', '主席', 0, '', '', NULL, NULL, 0),
(296, 'post', 'vice_chair', '副主席', 1, '', '', NULL, NULL, 0),
(297, 'post', 'secretary', '秘书长', 2, '', '', NULL, NULL, 0),
(298, 'post', 'standing', '常委', 3, '', '', NULL, NULL, 0),
(299, 'post', 'member', '委员', 4, '', '', NULL, NULL, 0),
(300, 'post', 'committee_head', '专委会主任', 5, '', '', NULL, NULL, 0),
(301, 'post', 'committee_deputy', '专委会副主任', 6, '', '', NULL, NULL, 0),
(302, 'post', 'convener', '界别召集人', 7, '', '', NULL, NULL, 0),
(303, 'post', 'group_head', '活动组组长', 8, '', '', NULL, NULL, 0),
(304, 'member_state', 'serving', '在任', 0, '', '', NULL, NULL, 0),
(305, 'member_state', 'adjusted', '调整', 1, '', '', NULL, NULL, 0),
(306, 'member_state', 'resigned', '辞去', 2, '', '', NULL, NULL, 0),
(307, 'member_state', 'revoked', '撤销', 3, '', '', NULL, NULL, 0),
(308, 'member_state', 'expired', '届满', 4, '', '', NULL, NULL, 0),
(309, 'adjustment_use', 'opening', '期初数', 0, '', '', NULL, NULL, 0),
(310, 'adjustment_use', 'manual', '手工调整', 1, '', '', NULL, NULL, 0);
INSERT INTO "setting" ("key", "value") VALUES
('schema', 'dd8555be72606efc451b5517b02e72b00632dfab02f6c8d47ba76939e99e4efc'),
('journal', '{"epoch":"261baff899c3403692e70761dd065562","seq":68,"traits":{"change":97,"chain":"1431fbaf17cde7fb9f6e1ad992b39db0d16692a05701358444e872c204c362af","schema":"350679fcc959dbbc","format":1},"besides":[]}'),
('options_seed', '47f8964376b6bd2d16c5542d2c292a3c37d736626e82a5055f70efb413208c3b'),
('office', '{"area": "全县", "checklist_standard": "gansu_six", "city_name": "××市政协", "clerk": "王秀兰", "cut_off_day": 0, "december_full": true, "demo": false, "head": "", "id_numbers": false, "level": "county", "meeting_label": "协商在基层", "phone": "", "report_by_day": 10, "reviewer": "", "set_up": false, "strict_dating": false, "studio_label": "委员工作室", "total_day": "", "total_from": "year", "unit_full_name": "中国人民政治协商会议××县委员会", "unit_name": "示例县政协", "visit_label": "委员走基层", "year_start_month": 1}');
INSERT INTO "saved_report" ("id", "name", "definition", "position") VALUES
(1, '局长要的表', '{
 "version": 1,
 "name": "局长要的表",
 "of": "records",
 "kind": "meeting",
 "fields": [
  "happened_on",
  "topic",
  "brand",
  "focus",
  "township",
  "village",
  "host",
  "members",
  "member_count",
  "headcount",
  "consensus_count",
  "closed_count"
 ],
 "filters": [
  {
   "field": "status",
   "op": "in",
   "value": [
    "registered"
   ]
  }
 ],
 "group": null,
 "sort": [],
 "figures": [],
 "by": null,
 "spans": [],
 "title": "",
 "note": ""
}', 1);
INSERT INTO "paragraph" ("id", "period", "section", "text", "taken_from", "chosen", "at", "by") VALUES
(1, '2026-09', 'plans', '筹备好年底的会。
把清单报上去', '', '', '2026-10-28T14:03:00+00:00', '王秀兰');
INSERT INTO "sequence" ("id", "unit", "kind", "year", "last") VALUES
(1, '', 'unit', 2026, 1),
(2, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'township', 2026, 5),
(3, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'village', 2026, 8),
(4, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'term', 2026, 4),
(5, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'person', 2026, 14),
(6, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'membership', 2026, 15),
(7, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'studio', 2026, 5),
(8, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'topic_plan', 2026, 5),
(9, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'platform', 2026, 4),
(10, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'unit', 2026, 4),
(11, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'meeting', 2026, 4),
(12, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'visit', 2026, 5),
(13, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'studio_activity', 2026, 4),
(14, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'case_info', 2026, 2),
(15, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'livelihood_deed', 2026, 2),
(16, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'adjustment', 2026, 2),
(17, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 'zero_report', 2026, 2);
INSERT INTO "attachment" ("id", "uuid", "owner", "position", "sha256", "name", "size", "caption", "picture") VALUES
(1, '1d16d3a88a5048698d347e57b9ed1da7', 'e30fcb04d2ea43ab9df92581c5e0f6f6', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(2, '6850c80178c148f387fb92cf9a50ca9e', '9dcfc0a8526245bf82a6185ab0148a63', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(3, '82dafe269c8c4bf5a9fb1fe19794bb17', '419e998519b44b649a4488c7b2e18919', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(4, '1e531a8930cf4525bdb1bf6df9de8533', '684238ea31a04d91b35b297f986389dd', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(5, '07b05471e43c44eeba7ba61626186fbf', 'c34630e5ca3d4a4a9c09776ec7313c42', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(6, 'a0017cf79a6a48919b53b94f33006206', 'ce4ee64d088c4c1b8da7635eadc6da0d', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(7, 'af59b35b6469421489c3d51d2749a365', '3de98e501af74da3a583e2fadb2e6565', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(8, '2921eeb5569c4d68ab6598fdff7c670e', 'fefcafe79b7b40bcbe1ea7130ea5f6c5', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(9, 'b5ee7d516a1f4efaaa581e0aced9be27', 'c9d1e93646634216b96550685f54e0a8', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(10, '2814ee2fcd5445a28d7d1be261be7f3b', '7646ae671c0b45879aa6eefb9dbd4b1b', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(11, '551e34c9d9b44c2493bf4f76d198b9e7', '36922231551c45d0b21b8ed5cc7dd554', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(12, '206a55118ea84b50b97b2d84de0b3387', '507078e6960344089a36a6c0efef50a3', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(13, '47376cae49f04214a86ae00117442171', '17182d6f1616412388623ca3726a88c2', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(14, 'deeb9f0add1b4fbe8d196531b957f670', '1a4e4bf6fe274e6f93475e169e91e2a6', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(15, '01a56507f81f417283e6ecdc22b73e12', '1d85ef352197448da0cb2c10de390e4f', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(16, '1d9643e835f34f34bec7d2334c1e3bc7', '53a323954dcf4e94ac047199a96b58c8', 0, '41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712', '附件0.txt', 9, NULL, 0),
(17, 'b6322c3150d445d3a71b737315fb0f8c', '65114fc1d58644cdbe926a3b7656da5c', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(18, 'c385d1294a41495b8ea37fcef157042b', 'f4263638947946fc85b5cf6aaa0f1d22', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(19, 'cb767123b8ac4b36898aafe54f652f40', '8bc7ef08e7584516a9edf8dc1746b473', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(20, 'df43d528b5a340cfbe8aef6505b52be8', '12876248b55841c19649894019203e27', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(21, '872817bf210e4a278ad9535d8d30d527', '5a447659cebe452187fd17ba377fb1f3', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(22, 'a9dc4323d6284264ac84c4c0f77c6f75', 'd38321001fe44a4aa7377bd0676eeac0', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(23, '8368797d65d34a07820ee73884f33950', '7b65dec69f144d91bb2d0810f9412d57', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(24, '499ab69b499d4606ad6a797b3bc9cfbc', 'fa1f04c8a7c94a9085f91276c7026422', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(25, 'ebeddea54d7e4c4d85bcba9adf5edea5', '91ecef1b054d4434b6e5a4743d3ceb64', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(26, '934d87239a124f369911e8f0b0c129e1', '55020e2f07c84ce0be190f1411fef00d', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(27, '44920f636fa54838983ad13439041f04', '4afc8127ff524fd5b413e259b8993ba6', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(28, 'fe09c3c3ad134c0cb3b9bac3efb0d7dd', '449a8f5a421f45988ddcb4de5c6c80a4', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(29, '22207a69cc2d49048839e272baf9e06d', '18a39a65616644cdb40ea853ea63d970', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(30, 'd328de49c46448cb9c68ff8866671dd6', 'e50f5da10c354ad0810e9fe8a8bdecfb', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(31, '3b56c52fbef74412adae773c0b2fcb04', 'd022ed22f57c49bf955ff67979f01185', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0),
(32, '4fe808e6728949ccbf0a4cd6481b56f8', '509fc7d58d85413583a93caf20930321', 0, 'af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45', '附件1.txt', 9, NULL, 0);
INSERT INTO "change" ("id", "operation", "at", "by", "action", "kind", "record", "revision", "data", "chain") VALUES
(1, '831d715c53c84741a89539ad928653cd', '2026-10-28T14:03:00+00:00', '本机', 'add', 'unit', 'a5d5e68d8f8c4c4da20ad0db94b46d78', 1, '{"status": "registered", "values": {"code": null, "files": [], "level": "county", "name": "××县政协", "own": true, "parent": null, "remark": null}}', '3b39af7f5e4dbc81ad7ecba2b028e88b5898acc4ffc5bbe8a90d5f0c36ff3490'),
(2, '1f7ab01b48b049a799f8795a2005d6ed', '2026-10-28T14:03:00+00:00', '本机', 'change', 'unit', 'a5d5e68d8f8c4c4da20ad0db94b46d78', 2, '{"status": "registered", "values": {"code": null, "files": [], "level": "county", "name": "示例县政协", "own": true, "parent": null, "remark": null}}', '1f9e1e3dbab7b24060cd4a5f021c76776eaa7570a0253197897dc676fb399cdf'),
(3, 'f3b4b068c0a74d84ade394727da30a58', '2026-10-28T14:03:00+00:00', '本机', 'settings', 'setting', 'office', 0, '{"clerk": "王秀兰", "unit_name": "示例县政协"}', '926f3d58e1e9aca6841ff564cdc05ece0c331c1125f19ade2e047cc7d93a9609'),
(4, 'f52a960afad24071a4b74ef97ebdbf05', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'township', '0c58750c9aa845db902df95cef2cda66', 1, '{"status": "registered", "values": {"became": null, "code": null, "contact": null, "ended_on": null, "files": [], "former_names": null, "name": "永兴街道", "phone": null, "position": 1, "remark": null, "started_on": null}}', 'ada7330783c2dcd362c86bf04e9fd04e72f65fe3211a5c52ddc0b91dcfed7cde'),
(5, '51702b5e3b07435086aab407c31b4921', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'township', '9d9c1dc9c71e4e0995b49e00622a9a19', 1, '{"status": "registered", "values": {"became": null, "code": null, "contact": null, "ended_on": null, "files": [], "former_names": null, "name": "青山镇", "phone": null, "position": 2, "remark": null, "started_on": null}}', 'daedb32ccfd176fd6fa38fce6e706544916f0a057ba46b1dbe655826a47c5878'),
(6, '67f89b3ad04a4f7684884fe9afc7997a', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'township', 'cb51fdf45fdd469a954c750060eb9c03', 1, '{"status": "registered", "values": {"became": null, "code": null, "contact": null, "ended_on": null, "files": [], "former_names": null, "name": "大河镇", "phone": null, "position": 3, "remark": null, "started_on": null}}', '2e5e6e85d5c00fc2da4865a05b443956410f5caf713a78357840eaf98693fe4d'),
(7, '743b47e3ab7a4635a47ad8ed5d61876d', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', '3012e656cf434587972d1cfcc468353e', 1, '{"status": "registered", "values": {"became": null, "code": null, "ended_on": null, "files": [], "former_names": null, "name": "大树营社区", "remark": null, "sort": null, "started_on": null, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', '761cd38f243d666c496c04592d435b3c5dae7801cef5629f4a64e923a857efa6'),
(8, '2e7ae09f94b0475ebfba79f257ca6b4b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', '830c2c59996a4efea220dd7f810f1df1', 1, '{"status": "registered", "values": {"became": null, "code": null, "ended_on": null, "files": [], "former_names": null, "name": "金桂社区", "remark": null, "sort": null, "started_on": null, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', '640feaa33767a92e5b63166bb3bb6d6967879e1b3ffb0172febaf55152dcf103'),
(9, '216e027dec944789a656eaeda32b0bb3', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', 'a7fb9a943051475a8ff4760b53bd7491', 1, '{"status": "registered", "values": {"became": null, "code": null, "ended_on": null, "files": [], "former_names": null, "name": "东门社区", "remark": null, "sort": null, "started_on": null, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', 'd000b2c427811bad1fc4a77a18ee6403b5674a9103bb46ba0211c8ccf855e592'),
(10, '87fdb9982c4c47a8aa211c0711b0d885', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', '96c61d3003414a75b2f9dcd670142432', 1, '{"status": "registered", "values": {"became": null, "code": null, "ended_on": null, "files": [], "former_names": null, "name": "青山村", "remark": null, "sort": null, "started_on": null, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', '1807f589d798509b172e0b17a510210c2bd75212fb705adac6e6bf4ca882cb4c'),
(11, '118d431dd70b444bac5aa0041aec199a', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', '08e2117058d547949b0ddb7244eaaf40', 1, '{"status": "registered", "values": {"became": null, "code": null, "ended_on": null, "files": [], "former_names": null, "name": "石桥村", "remark": null, "sort": null, "started_on": null, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', 'dfe0855c85497be07f204699ae924e8db144e28fe37bed39743c3df758b5ec93'),
(12, 'dc4ac0b0a43446b4977a135e1685fabd', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', '1abfcdce20dc404f90be7a855cf6e3a8', 1, '{"status": "registered", "values": {"became": null, "code": null, "ended_on": null, "files": [], "former_names": null, "name": "河口村", "remark": null, "sort": null, "started_on": null, "township": {"label": "大河镇", "uuid": "cb51fdf45fdd469a954c750060eb9c03"}}}', '42c448f825811d17638cd35da7e8ca05c71f9627608e905068a033d99699875a'),
(13, 'ab017dc19f854b5a9b7015a6af00fc13', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'term', 'cd8aba2a4b4c43bbb86172b4ff0767c8', 1, '{"status": "registered", "values": {"ended_on": "2021-05-31", "files": [], "name": "十届", "remark": null, "started_on": "2016-08-01"}}', 'c03061dba06a951abac7c5694e829801c60b06dc9348e3118353ba559827d701'),
(14, '0dcbfbcc668e4ca6b9e997372f3a4ab1', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'term', '1493b88fb3c54391a0d890f0a2ab98e5', 1, '{"status": "registered", "values": {"ended_on": null, "files": [], "name": "十一届", "remark": null, "started_on": "2021-06-01"}}', 'a16c65709d38b65c268980829c992aab322646bd534e87a74cec889b49bd9f15'),
(15, 'c1e9ab1f3efd48ec89831806ec4a78f8', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', 'f7e0c13fb4274095b0d8e34a431a4a67', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "陈志明", "phone": null, "political_status": null, "remark": null}}', '95a7e4cf66b3e55a23019dde608d398360341902f5301bd3ef4734df46fd04dd'),
(16, 'd9b9635f4e8c4b2ea10da65450b14496', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '59ab15f5ac394c9f9438c037b386d0df', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "赵雅琴", "phone": null, "political_status": null, "remark": null}}', 'b0787a0b47f0f42bed56ed2e1fdf3282329e6b605d7675b793bd10e2bf451dae'),
(17, 'f6c30b4712634597bb534ec2a02f92e5', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', 'e2984fa25f1c47c4b4970e4bcd281fca', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "马文军", "phone": null, "political_status": null, "remark": null}}', '20eb8f2b68be68b25475f681ab7e119e55da8ddcea643a4e492a8e99f494c383'),
(18, '65ddb58113514330b4107f8475b27261', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '36e5959862bd4ebe9ab5ce3a9db6fe09', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "张伟", "phone": null, "political_status": null, "remark": null}}', 'af7403c360147a6b0713df5a0cdd1368caabaedf988fbb56481bce91b5f0b5e4'),
(19, '288dfbffc5d94205aa32ea174a9dc105', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', 'c8910405378b452699e6607e5c038bcb', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "张伟", "phone": null, "political_status": null, "remark": null}}', '036a424fc39a18cfbc499dcaeb1577f7d28ec3beeffacc146af01c4c5eba6057'),
(20, 'f1318b5db68b472fb99677013e5bce20', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '65d932dce78c483aa9554df92eeb471e', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "周文", "phone": null, "political_status": null, "remark": null}}', '55f71fed84597f9e9570911a147a27f4fe8541900d69f7f41280a81af3c3341f'),
(21, 'e92463d8275d4d0fb1acd07af992d694', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '612db70ec3c041a9a112b03cbad0f180', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "朱薇", "phone": null, "political_status": null, "remark": null}}', '54c86eeff0beb70dd37b7c942773fef0dcc860e9945c9ea478aab90e9e92f7bd'),
(22, '4e6317de2854410192c869013cfeb126', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '73ce9a19c9a64f2d877a897800c9bc43', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "郑武", "phone": null, "political_status": null, "remark": null}}', 'a36d7ece1c319a428843c11357661e6a2f9c96cb6b1e6650ec4be979403297ed'),
(23, '107ce7641c2d4d32a251c272cee74e97', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', 'a7fa4845802a4ec3bd428f1aa6a32295', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "单小云", "phone": null, "political_status": null, "remark": null}}', 'a59004c1e791b901dbb6edb4bd705976825832b3098b0a82bbc63d0f0a19433f'),
(24, '22579c46bca241ceb08ec07de941f70a', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '83595c738eab46aa87da0c0bf80acf30', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "李娜", "phone": null, "political_status": null, "remark": null}}', '707dd50b42246366b3c6e8b918dffe910d5c829d386c13dc966e92792e431a1a'),
(25, 'a1823c4c18a841208724b4bd3f388b3b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '61ad504e62b94503b404c8d8950b59d6', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "王强", "phone": null, "political_status": null, "remark": null}}', '286f6dd111d6d5c90198daecce115d009ba94cc2415b1e979a32504e73768feb'),
(26, '50b902c0a1d64fa1b7e579f579343a52', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '740bda7a8c3f419e8abef407a670fd84', 1, '{"status": "registered", "values": {"address": null, "born_on": null, "education": null, "ethnicity": null, "expertise": null, "files": [], "gender": null, "honours": null, "id_number": null, "initials": null, "name": "王强生", "phone": null, "political_status": null, "remark": null}}', 'f2141edb91c8ea711557633b90d8d2d4660bf754c0448436c845ad36edb1471b'),
(27, 'c92425b952f84443b01c44f0a4011873', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '885c98caf044409eaae489dd23c7176f', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县发展和改革局副局长", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "陈志明", "uuid": "f7e0c13fb4274095b0d8e34a431a4a67"}, "posts": ["member"], "remark": null, "sector": "economy", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', '97f46d717bc9ee37242fdf7814da667087fb65dfdd8c1f925593acc2756fd31d'),
(28, '1394860c23724686a76edfc057948ff8', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '20691b561c134ac4a4a3887ec5058717', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县第二中学教师", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "赵雅琴", "uuid": "59ab15f5ac394c9f9438c037b386d0df"}, "posts": ["member"], "remark": null, "sector": "education", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', '0ab5b935e4311e9b479b77ac5607b3394c936e399a5265102ceea9ee7f06a221'),
(29, '47459b28d0b746b0ad7de41ae0c349b7', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', 'e6efd96e53cc43219a3db847fb1b3c76', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "某果业合作社理事长", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "马文军", "uuid": "e2984fa25f1c47c4b4970e4bcd281fca"}, "posts": ["member"], "remark": null, "sector": "agriculture", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', '83a2d3c2ba3f2ad02877dd726bf4b882a5ea1dcf4401cc85ce80101d426faf66'),
(30, 'c9f0ada7b6ab4fc7b6533cf3fd1b521b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '010b2f124c6a4743bf2cc90093459460', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县工商联副主席，某建材公司总经理", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "张伟", "uuid": "36e5959862bd4ebe9ab5ce3a9db6fe09"}, "posts": ["member"], "remark": null, "sector": "industry", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', 'd7f8f27ff043c398db0ce3a8f54fd6c4cc7fa05bd97c18fa9ae6207bd20289fd'),
(31, '18ac65ec52f540b8b93a7efebbf77d78', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '62603cae4ea64f60a38f8e9bf1c3904d', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "大河镇农技站站长", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "张伟", "uuid": "c8910405378b452699e6607e5c038bcb"}, "posts": ["member"], "remark": null, "sector": "agriculture", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', 'de651878475b850b1407a42950e4cddbf7f3417543c7dbbc967d5568b0681ad6'),
(32, 'a747b492de564c339780179c27dd2fe1', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '04e9c7dbc5ce46169667db5820001289', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县人民医院副院长", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "周文", "uuid": "65d932dce78c483aa9554df92eeb471e"}, "posts": ["member"], "remark": null, "sector": "medicine", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', 'a8aedc553e5a37ede14a560b6b9c181da7f220a2aa70fb419a00b9fa8759f183'),
(33, 'e4f4820391ec46c3b3df9f00cd6c3aa1', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '96b9996916a344d88f3e22db0f586436', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县第三小学教师", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "朱薇", "uuid": "612db70ec3c041a9a112b03cbad0f180"}, "posts": ["member"], "remark": null, "sector": "education", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', 'ee238d42231fa4b9eb378feb562e225c4566c47f5aa956a237835acaf18782f6'),
(34, '6dabada98f1d4ad4b7770bfd32783acf', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '90d06cac58784c4993a7d703155537c5', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "某律师事务所律师", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "郑武", "uuid": "73ce9a19c9a64f2d877a897800c9bc43"}, "posts": ["member"], "remark": null, "sector": "nonparty", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', '0feb1352fbe48fc33d6865579536d11f5cbca601072e2fc5d71bbb26fd218027'),
(35, '6a18e484047f4ff3a64bba2f67398bf8', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '4d78fd06b25049d8847543c62517f2ff', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县妇联副主席", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "单小云", "uuid": "a7fa4845802a4ec3bd428f1aa6a32295"}, "posts": ["member"], "remark": null, "sector": "women", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', '02682db1a69e582d1bf6f2b813b1bc481c61cc0a229872c1b92aba9914a24fb7'),
(36, 'fe2c14293daa40d8908064a76d26d372', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', 'eb904eb8ff7d4c708e537ad3424b0e2d', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县文化馆馆员", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "李娜", "uuid": "83595c738eab46aa87da0c0bf80acf30"}, "posts": ["member"], "remark": null, "sector": "culture", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', 'd727afcd999a0c68a1fd7d5ee71598207231cc3f6ee807733b3613e266e22f16'),
(37, '2d25bb546c4c43b89fea585c48de96da', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', 'f9478cc9a6d54d3f90b2bf2289213393', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "县科协副主席", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "王强", "uuid": "61ad504e62b94503b404c8d8950b59d6"}, "posts": ["member"], "remark": null, "sector": "science", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', '6329cde4ba324809541a1df0499d5175cc349124bb0a0fcfd80376b046b7bbc7'),
(38, '2e737c2da79e4deeb2d4de699549c6d0', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '774f26d72ab246048dbe221024ff7d3a', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": "某物流公司经理", "ended_on": null, "files": [], "levels": null, "linked_units": [], "person": {"label": "王强生", "uuid": "740bda7a8c3f419e8abef407a670fd84"}, "posts": ["member"], "remark": null, "sector": "economy", "started_on": "2021-06-01", "state": "serving", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": null}}', '9d8f301907f683371ed2290ae8593f87e2cde92ddafbfc066bb36b896eb9c1b3'),
(39, 'eabf26607b6f4a188eb610e358683024', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '8cfeebd1b24b4c62beb61470540b32a8', 1, '{"status": "registered", "values": {"basis": null, "committees": null, "employer": null, "ended_on": "2021-05-31", "files": [], "levels": null, "linked_units": [], "person": {"label": "陈志明", "uuid": "f7e0c13fb4274095b0d8e34a431a4a67"}, "posts": null, "remark": null, "sector": "economy", "started_on": "2016-08-01", "state": "expired", "term": {"label": "十届", "uuid": "cd8aba2a4b4c43bbb86172b4ff0767c8"}, "township": null}}', '98aec8f6e212499a1ed6a60246b6219ef81f3dbed7de996fdda297a8957217d7'),
(40, 'a808f5a0c4f74ffa853337aca356acf3', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio', '8d4f030502774553b59de3c309e1f48f', 1, '{"status": "registered", "values": {"address": null, "checklist": [], "closed_on": null, "committee": null, "demo_level": null, "files": [], "lead": null, "members": [{"joined_on": "2023-03-01", "left_on": null, "member": {"label": "马文军", "uuid": "e6efd96e53cc43219a3db847fb1b3c76"}, "uuid": "1b66dc591870452a93f7a4bfc906bdbc"}], "name": "青山镇委员工作室", "named_on": null, "opened_on": "2023-03-01", "phone": null, "plan": null, "reception_rule": null, "remark": null, "sector": null, "sort": "township", "standard": null, "state": "running", "theme": null, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', '5cbd582821f7475c2e0ea1e25dce022b2f0069449ea4dd9c6896e9b496039e51'),
(41, '61c8dfc2b5d94d0c8ac90ef2237267a5', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'topic_plan', '552b0a5af26442c3ad64c1d348ea94fe', 1, '{"status": "registered", "values": {"approved_on": "2026-02-10", "brand": "grassroots", "committee": null, "document_no": null, "files": [], "focus": null, "leader": null, "level": null, "member": null, "name": "电动车集中充电与消防安全", "planned_on": null, "reason": null, "remark": null, "source": null, "state": "approved", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "village": null, "year": 2026}}', '5fbdc9fae8c823629bdbe333942258edc557c3c3877e36d634ae59c71a8438f8'),
(42, '0363865e95e14e8780292d1e2a6d1070', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'topic_plan', '0c92b1987d294c17a52d5526b5c2240a', 1, '{"status": "draft", "values": {"approved_on": null, "brand": "grassroots", "committee": null, "document_no": null, "files": [], "focus": null, "leader": null, "level": null, "member": null, "name": "议题名称0", "planned_on": null, "reason": null, "remark": null, "source": null, "state": "approved", "township": null, "village": null, "year": 2025}}', '78845d055d82524f08f4287a31e82af4a831f37307e667a579760b18328ee68f'),
(43, 'bd095c18f2bb41fea7871e2ba0a92b48', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'topic_plan', '4bdcae7e0aeb4b3f97693926234341f0', 1, '{"status": "draft", "values": {"approved_on": null, "brand": "grassroots", "committee": null, "document_no": null, "files": [], "focus": null, "leader": null, "level": null, "member": null, "name": "议题名称1", "planned_on": null, "reason": null, "remark": null, "source": null, "state": "approved", "township": null, "village": null, "year": 2026}}', '699bc35d1420703a48091a7e2d674cafd651baadd0e67ce29bd29be8a017d927'),
(44, 'a61e7d39e4904c7b9334ecac5a5f9c1b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'platform', 'e06bb02f867c4e96ada254344f10e8ab', 1, '{"status": "draft", "values": {"address": null, "closed_on": null, "demo": null, "demo_level": null, "document_no": null, "files": [], "level": null, "name": "名称0", "named_on": null, "opened_on": null, "person": null, "premises": null, "remark": null, "setting": null, "township": null, "village": null}}', '5cb65b42ee7fae9d1182775d9ee8681ba6093beae838dbccccce6fa2cbd5f3f2'),
(45, '57856fcca46746779cdd30b20b23c74c', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'platform', '41e3bcd2244d4278ab74c08f72f0e599', 1, '{"status": "draft", "values": {"address": null, "closed_on": null, "demo": null, "demo_level": null, "document_no": null, "files": [], "level": null, "name": "名称1", "named_on": null, "opened_on": null, "person": null, "premises": null, "remark": null, "setting": null, "township": null, "village": null}}', '7cdddd6a1bef1354cc6d91ecce9022478c6d9c4a0aa097ee0aea7adced398640'),
(46, 'a8632d7606b940359f588155de91a9ec', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'unit', 'e3f4a4cae5344fddb4d8f0fd99c9abd9', 1, '{"status": "registered", "values": {"code": null, "files": [], "level": null, "name": "单位名称0", "own": null, "parent": null, "remark": null}}', '3e571274b87b456a403708d9db3e6f44c08235ee7edfd218b81d095eabf0b71b'),
(47, '7513e83fc68f4a169af8eadd4be5fcfa', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'unit', '2448d9e7fdab43beb8a5ad69c8fa9706', 1, '{"status": "registered", "values": {"code": null, "files": [], "level": null, "name": "单位名称1", "own": null, "parent": null, "remark": null}}', '484b6f9d416a9fb1ada4251dc526164c596031a848cba64d025c9809b99fa2c2'),
(48, 'f8c2df5036df420eae68baa6dc199621', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'meeting', 'e30fcb04d2ea43ab9df92581c5e0f6f6', 1, '{"status": "draft", "values": {"assist_units": "协办单位0", "background": "情况介绍，原来写的是第 0 种\n第二段情况介绍，原来写的是第 0 种\n第二段情况介绍，原来写的是第 0 种\n第二段情况介绍，原来写的是第 0 种\n第二段", "began_at": "09:30", "brand": "grassroots", "case_made": "dynamic", "committee": "proposal", "consensus": [{"task": {"adoption": "adopted", "assist_units": "协办单位0", "closed_on": "2026-10-05", "deadline": "2026-10-05", "destination": "opinion", "progress": [{"on": "2026-10-05", "text": "进度0", "uuid": "cba690b378d24d1d868b5109d02cc498"}], "satisfaction": "satisfied", "state": "open", "told_on": "2026-10-05", "unit": "责任单位0", "uuid": "23e1a129e6ee46cb9f5de77d5a60b47f"}, "text": "共识事项，原来写的是第 0 种\n第二段共识事项，原来写的是第 0 种\n第二段共识事项，原来写的是第 0 种\n第二段共识事项，原来写的是第 0 种\n第二段", "uuid": "824960eabd03450d81a256746c18e1fd"}], "counting_unit": {"label": "示例县政协", "uuid": "a5d5e68d8f8c4c4da20ad0db94b46d78"}, "dissent": "分歧和未决，原来写的是第 0 种\n第二段分歧和未决，原来写的是第 0 种\n第二段分歧和未决，原来写的是第 0 种\n第二段分歧和未决，原来写的是第 0 种\n第二段", "ended_on": "2026-10-05", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "1d16d3a88a5048698d347e57b9ed1da7"}], "finished_at": "09:30", "focus": "law", "form": "meeting", "happened_on": "2026-10-05", "headcount": 3, "host": "主持人0", "instructions": [{"given_on": "2026-10-05", "leader": "批示领导0", "level": "county", "text": "批示内容，原来写的是第 0 种\n第二段批示内容，原来写的是第 0 种\n第二段批示内容，原来写的是第 0 种\n第二段批示内容，原来写的是第 0 种\n第二段", "uuid": "9517a6eb25734643b9cf491fe3333235"}], "joint_units": "联合单位0", "lead_unit": "牵头单位0", "level": "county", "members": [{"member": {"label": "陈志明", "uuid": "8cfeebd1b24b4c62beb61470540b32a8"}, "role": "member", "sector": "economy", "status": "present"}, {"member": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "role": "member", "sector": "education", "status": "present"}], "opinions": [{"adopted": "adopted", "raised_by": "提出人0", "text": "意见建议，原来写的是第 0 种\n第二段意见建议，原来写的是第 0 种\n第二段意见建议，原来写的是第 0 种\n第二段意见建议，原来写的是第 0 种\n第二段", "uuid": "d3516912d47d4a659b11920780cf2767"}], "other_brands": ["grassroots"], "party_head": true, "people": {"leaders": 3, "masses": 10}, "place": "地点0", "plan": {"label": "电动车集中充电与消防安全", "uuid": "552b0a5af26442c3ad64c1d348ea94fe"}, "platform": {"label": "名称0", "uuid": "e06bb02f867c4e96ada254344f10e8ab"}, "recorder": "记录人0", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "reported_on": "2026-10-05", "research": [{"findings": "发现的问题，原来写的是第 0 种\n第二段发现的问题，原来写的是第 0 种\n第二段发现的问题，原来写的是第 0 种\n第二段发现的问题，原来写的是第 0 种\n第二段", "on": "2026-10-05", "people": "参加人0", "uuid": "522f8a8ac8fd4695a23bbab3d0d9380e", "way": "visit"}], "setting": "fixed", "speeches": [{"identity": "身份0", "points": "要点，原来写的是第 0 种\n第二段要点，原来写的是第 0 种\n第二段要点，原来写的是第 0 种\n第二段要点，原来写的是第 0 种\n第二段", "speaker": "发言人0", "uuid": "31bc6bae69ee4bf48082105723c0cdef"}], "topic": "会议议题0", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "village": {"label": "金桂社区", "uuid": "830c2c59996a4efea220dd7f810f1df1"}}}', '2be87530a2dcc551526dca52e4019d9cf708f81917bbb390c1658f4fd077c7de'),
(49, 'f6819006bc874445817bcf9a3e2c05d1', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'visit', '9dcfc0a8526245bf82a6185ab0148a63', 1, '{"status": "draft", "values": {"answered": 3, "artworks": 3, "audience": ["sector"], "campaign": "thousand", "committee": "proposal", "content": "走访内容，原来写的是第 0 种\n第二段走访内容，原来写的是第 0 种\n第二段走访内容，原来写的是第 0 种\n第二段走访内容，原来写的是第 0 种\n第二段", "counting_unit": {"label": "示例县政协", "uuid": "a5d5e68d8f8c4c4da20ad0db94b46d78"}, "demands": 3, "donation": "12.50", "ended_on": "2026-10-05", "experts": 3, "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "6850c80178c148f387fb92cf9a50ca9e"}], "happened_on": "2026-10-05", "headcount": 3, "host": "走访单位0", "joint_units": "联合单位0", "level": "county", "linked_kind": "village", "members": [{"member": {"label": "陈志明", "uuid": "8cfeebd1b24b4c62beb61470540b32a8"}, "role": "member", "sector": "economy", "status": "present"}, {"member": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "role": "member", "sector": "education", "status": "present"}], "name": "活动名称0", "opinion_infos": 3, "outcome": "办理结果，原来写的是第 0 种\n第二段办理结果，原来写的是第 0 种\n第二段办理结果，原来写的是第 0 种\n第二段办理结果，原来写的是第 0 种\n第二段", "outreach_count": 3, "patients": 3, "people": {"leaders": 3, "masses": 10}, "people_served": 3, "place": "地点0", "problems_raised": [{"answered": true, "closed_on": "2026-10-05", "deadline": "2026-10-05", "handed_to": "转办单位0", "result": "处理结果0", "sort": "education", "text": "反映问题，原来写的是第 0 种\n第二段反映问题，原来写的是第 0 种\n第二段反映问题，原来写的是第 0 种\n第二段反映问题，原来写的是第 0 种\n第二段", "told_on": "2026-10-05", "uuid": "d1973b53a98841aebde4db591cc83cad"}], "proposals": 3, "purchases": "12.50", "recorder": "记录人0", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "students": 3, "talks": 3, "tech_talks": 3, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "village": {"label": "金桂社区", "uuid": "830c2c59996a4efea220dd7f810f1df1"}, "ways": ["visit"]}}', '19e20520e9198703255092d025003804cfcf0f7a0f0228fb5e40f9a731a8069c'),
(50, 'f0147525952f4478b29d36e3091b956b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio', 'dc809968ca48427e904b980db9599eed', 1, '{"status": "draft", "values": {"address": null, "checklist": [], "closed_on": null, "committee": null, "demo_level": null, "files": [], "lead": null, "members": [], "name": "名称0", "named_on": null, "opened_on": null, "phone": null, "plan": null, "reception_rule": null, "remark": null, "sector": null, "sort": null, "standard": null, "state": "running", "theme": null, "township": null}}', 'f470db5ca670744f732465ff48b5f7ad812c13db251a887eac38f4062e5cad83'),
(51, '32f6694b93ec4602bb1a2ab78229598d', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio', '1ca27e9890c64b17a80df7198e85a742', 1, '{"status": "draft", "values": {"address": null, "checklist": [], "closed_on": null, "committee": null, "demo_level": null, "files": [], "lead": null, "members": [], "name": "名称1", "named_on": null, "opened_on": null, "phone": null, "plan": null, "reception_rule": null, "remark": null, "sector": null, "sort": null, "standard": null, "state": "running", "theme": null, "township": null}}', '42f08b7c2ee7e08d5ea1f55eedf63002e842f1a7134d885c492189bd5603665c'),
(52, '46050bc99cdb422abe0df9e1ab26dd3f', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio_activity', '419e998519b44b649a4488c7b2e18919', 1, '{"status": "draft", "values": {"activity_type": "study", "committee": "proposal", "convener": "召集人0", "counting_unit": {"label": "示例县政协", "uuid": "a5d5e68d8f8c4c4da20ad0db94b46d78"}, "ended_on": "2026-10-05", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "82dafe269c8c4bf5a9fb1fe19794bb17"}], "happened_on": "2026-10-05", "headcount": 3, "joint_units": "联合单位0", "level": "county", "members": [{"member": {"label": "陈志明", "uuid": "8cfeebd1b24b4c62beb61470540b32a8"}, "role": "member", "sector": "economy", "status": "present"}, {"member": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "role": "member", "sector": "education", "status": "present"}], "opinion_count": 3, "opinion_infos": 3, "outcome": "活动成效，原来写的是第 0 种\n第二段活动成效，原来写的是第 0 种\n第二段活动成效，原来写的是第 0 种\n第二段活动成效，原来写的是第 0 种\n第二段", "people": {"leaders": 3, "masses": 10}, "people_served": 3, "place": "地点0", "proposals": 3, "receptions": [{"answered": true, "closed_on": "2026-10-05", "deadline": "2026-10-05", "handed_to": "转办单位0", "matter": "反映事项，原来写的是第 0 种\n第二段反映事项，原来写的是第 0 种\n第二段反映事项，原来写的是第 0 种\n第二段反映事项，原来写的是第 0 种\n第二段", "phone": "13812345678", "result": "结果0", "sort": "education", "told_on": "2026-10-05", "uuid": "8c134a5968504e40b727014476ffc8df", "visitor": "欧阳来访"}], "recorder": "记录人0", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "studio": {"label": "青山镇委员工作室", "uuid": "8d4f030502774553b59de3c309e1f48f"}, "summary": "活动内容，原来写的是第 0 种\n第二段活动内容，原来写的是第 0 种\n第二段活动内容，原来写的是第 0 种\n第二段活动内容，原来写的是第 0 种\n第二段", "topic": "活动主题0", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "village": {"label": "金桂社区", "uuid": "830c2c59996a4efea220dd7f810f1df1"}}}', '9d5387a7615cc3390e0e81bb134a3390d5e1de90157e94d29eb7af773d05ee76'),
(53, '5947c248a9cc4aa49dff027e43da1a04', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'topic_plan', '684238ea31a04d91b35b297f986389dd', 1, '{"status": "registered", "values": {"approved_on": "2026-10-05", "brand": "grassroots", "committee": "proposal", "document_no": "审批文号0", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "1e531a8930cf4525bdb1bf6df9de8533"}], "focus": "law", "leader": "牵头领导0", "level": "county", "member": {"label": "陈志明", "uuid": "8cfeebd1b24b4c62beb61470540b32a8"}, "name": "议题名称0", "planned_on": "2026-10-05", "reason": "选题理由，原来写的是第 0 种\n第二段选题理由，原来写的是第 0 种\n第二段选题理由，原来写的是第 0 种\n第二段选题理由，原来写的是第 0 种\n第二段", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "source": "party", "state": "collected", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "village": {"label": "金桂社区", "uuid": "830c2c59996a4efea220dd7f810f1df1"}, "year": 2025}}', '949a1ccf6406c1c5f877e0edbffc23971a45f604bb688cb6a79a4416c67d8a99'),
(54, 'e00a62c1f3fa4eb28a7cc16bb4f4df90', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'platform', 'c34630e5ca3d4a4a9c09776ec7313c42', 1, '{"status": "registered", "values": {"address": "地址0", "closed_on": "2026-10-05", "demo": true, "demo_level": "county", "document_no": "命名文号0", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "07b05471e43c44eeba7ba61626186fbf"}], "level": "county", "name": "名称0", "named_on": "2026-10-05", "opened_on": "2026-10-05", "person": "负责人0", "premises": "依托场所0", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "setting": "fixed", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "village": {"label": "金桂社区", "uuid": "830c2c59996a4efea220dd7f810f1df1"}}}', '2629f981d513f616a3c4171ff110017ae88f24a3ebbfe1a2ba10387ff213b258'),
(55, 'd8436a806a1a4a3f8aed5f48f6c7c668', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'meeting', 'b646d1af1cb14596b8b6aed77b2fe27e', 1, '{"status": "draft", "values": {"assist_units": null, "background": null, "began_at": null, "brand": "grassroots", "case_made": null, "committee": null, "consensus": [], "counting_unit": null, "dissent": null, "ended_on": null, "files": [], "finished_at": null, "focus": null, "form": null, "happened_on": "2026-10-05", "headcount": null, "host": null, "instructions": [], "joint_units": null, "lead_unit": null, "level": null, "members": [], "opinions": [], "other_brands": null, "party_head": null, "people": {}, "place": null, "plan": null, "platform": null, "recorder": null, "remark": null, "reported_on": null, "research": [], "setting": null, "speeches": [], "topic": "会议议题0", "township": null, "village": null}}', 'f3baeeb6459f814aeeaf61a4f8a1b1486fcd932a82e864a0873bfb626f934641'),
(56, 'ef75991878ab4ec88bed98401e0ba4c3', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'meeting', 'eee89bfc34024c8f913edb24ce1e06f5', 1, '{"status": "draft", "values": {"assist_units": null, "background": null, "began_at": null, "brand": "grassroots", "case_made": null, "committee": null, "consensus": [], "counting_unit": null, "dissent": null, "ended_on": null, "files": [], "finished_at": null, "focus": null, "form": null, "happened_on": "2026-10-06", "headcount": null, "host": null, "instructions": [], "joint_units": null, "lead_unit": null, "level": null, "members": [], "opinions": [], "other_brands": null, "party_head": null, "people": {}, "place": null, "plan": null, "platform": null, "recorder": null, "remark": null, "reported_on": null, "research": [], "setting": null, "speeches": [], "topic": "会议议题1", "township": null, "village": null}}', '7ec4ebf15b4ac810b56cbcaa088d4e1e96c7988d4b72a9dedc36a724cd33183c'),
(57, 'e7a79a057b9c4cbcbadcf17d1aaec996', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'case_info', 'ce4ee64d088c4c1b8da7635eadc6da0d', 1, '{"status": "registered", "values": {"adopted": "none", "adopted_on": "2026-10-05", "author": "作者0", "content": "正文，原来写的是第 0 种\n第二段正文，原来写的是第 0 种\n第二段正文，原来写的是第 0 种\n第二段正文，原来写的是第 0 种\n第二段", "exchange_level": "county", "exchanged_on": "2026-10-05", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "a0017cf79a6a48919b53b94f33006206"}], "link": "链接0", "media": "刊发媒体0", "media_level": "county", "meeting": {"label": "会议议题0", "uuid": "b646d1af1cb14596b8b6aed77b2fe27e"}, "name": "标题0", "promotions": [{"basis": "依据0", "on": "2026-10-05", "sort": "dynamic", "uuid": "119b073da1d54b7b89030e1a3117ad84"}], "published_on": "2026-10-05", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "reported_on": "2026-10-05", "sent_to": "city", "sort": "dynamic", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', '76aeb90e2452644019b63e6d440b42df6f2fc05aebd752249fc4f0fc3da06949'),
(58, 'e55389f790fa46fc95b6be43da3ba559', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'visit', '145903d6719c46e38d01250569d20c53', 1, '{"status": "draft", "values": {"answered": null, "artworks": null, "audience": null, "campaign": null, "committee": null, "content": null, "counting_unit": null, "demands": null, "donation": null, "ended_on": null, "experts": null, "files": [], "happened_on": "2026-10-05", "headcount": null, "host": null, "joint_units": null, "level": null, "linked_kind": null, "members": [], "name": "活动名称0", "opinion_infos": null, "outcome": null, "outreach_count": null, "patients": null, "people": {}, "people_served": null, "place": null, "problems_raised": [], "proposals": null, "purchases": null, "recorder": null, "remark": null, "students": null, "talks": null, "tech_talks": null, "township": null, "village": null, "ways": null}}', '735eeacbefadd57a8afabab6ca5d68e43fd5f71d1cea17fa25444c94b7e8d38f'),
(59, '8e085a7a8f1e43d381b77ab8b8a416e3', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'visit', '54ec96da4c094dfcab499db0a99d9db0', 1, '{"status": "draft", "values": {"answered": null, "artworks": null, "audience": null, "campaign": null, "committee": null, "content": null, "counting_unit": null, "demands": null, "donation": null, "ended_on": null, "experts": null, "files": [], "happened_on": "2026-10-06", "headcount": null, "host": null, "joint_units": null, "level": null, "linked_kind": null, "members": [], "name": "活动名称1", "opinion_infos": null, "outcome": null, "outreach_count": null, "patients": null, "people": {}, "people_served": null, "place": null, "problems_raised": [], "proposals": null, "purchases": null, "recorder": null, "remark": null, "students": null, "talks": null, "tech_talks": null, "township": null, "village": null, "ways": null}}', 'b908b70b5e8edd11f30d64d6e0f21db6b861a43eab446af6fb1e5bdeb0a059e6'),
(60, 'c1fea569307643b3868f9a7ebcf8922b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio_activity', '8cc60c12dc43409f88a6d5fd94792073', 1, '{"status": "draft", "values": {"activity_type": null, "committee": null, "convener": null, "counting_unit": null, "ended_on": null, "files": [], "happened_on": "2026-10-05", "headcount": null, "joint_units": null, "level": null, "members": [], "opinion_count": null, "opinion_infos": null, "outcome": null, "people": {}, "people_served": null, "place": null, "proposals": null, "receptions": [], "recorder": null, "remark": null, "studio": {"label": "青山镇委员工作室", "uuid": "8d4f030502774553b59de3c309e1f48f"}, "summary": null, "topic": "活动主题0", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "village": null}}', '872936a249c547406c83493ccb8d4a40e369bd564b65fcf3cd317461a68aece4'),
(61, '4668220f7d9b4decb8233c7305dbcb32', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio_activity', 'f1a0407fc78c416aa3c836290cbfa03f', 1, '{"status": "draft", "values": {"activity_type": null, "committee": null, "convener": null, "counting_unit": null, "ended_on": null, "files": [], "happened_on": "2026-10-06", "headcount": null, "joint_units": null, "level": null, "members": [], "opinion_count": null, "opinion_infos": null, "outcome": null, "people": {}, "people_served": null, "place": null, "proposals": null, "receptions": [], "recorder": null, "remark": null, "studio": {"label": "名称0", "uuid": "dc809968ca48427e904b980db9599eed"}, "summary": null, "topic": "活动主题1", "township": null, "village": null}}', '99dce41ea5d026dd6463025742fc45404cbcc0bcb10dbf0df85026baa6c07f11'),
(62, 'ae9ddda4dfe94ddab15cc32c51051327', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'livelihood_deed', '3de98e501af74da3a583e2fadb2e6565', 1, '{"status": "draft", "values": {"activity": {"label": "活动主题0", "uuid": "8cc60c12dc43409f88a6d5fd94792073"}, "amount": "12.50", "category": "education", "closed_on": "2026-10-05", "content": "办理情况，原来写的是第 0 种\n第二段办理情况，原来写的是第 0 种\n第二段办理情况，原来写的是第 0 种\n第二段办理情况，原来写的是第 0 种\n第二段", "deadline": "2026-10-05", "department": "责任部门0", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "af59b35b6469421489c3d51d2749a365"}], "happened_on": "2026-10-05", "households": 3, "leader": "领办领导0", "led_project": true, "meeting": {"label": "会议议题0", "uuid": "b646d1af1cb14596b8b6aed77b2fe27e"}, "member": {"label": "陈志明", "uuid": "8cfeebd1b24b4c62beb61470540b32a8"}, "name": "事项名称0", "people": 3, "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "revisited_on": "2026-10-05", "satisfaction": "satisfied", "source": "visit", "state": "registered", "studio": {"label": "青山镇委员工作室", "uuid": "8d4f030502774553b59de3c309e1f48f"}, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "visit": {"label": "活动名称0", "uuid": "145903d6719c46e38d01250569d20c53"}}}', '53b80d990dc17eeeb9b1ef8f0c1535a324c37594dcdf51d8f077484a0721ef82'),
(63, '8cfbc6a5c1404747b3f3cf36766f007a', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio', 'fefcafe79b7b40bcbe1ea7130ea5f6c5', 1, '{"status": "registered", "values": {"address": "地址0", "checklist": [{"checked_on": "2026-10-05", "item": "gansu_1", "met": true, "note": "说明0", "uuid": "994755d53ffd4e898b3ca0ced493ec93"}], "closed_on": "2026-10-05", "committee": "proposal", "demo_level": "county", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "2921eeb5569c4d68ab6598fdff7c670e"}], "lead": {"label": "陈志明", "uuid": "8cfeebd1b24b4c62beb61470540b32a8"}, "members": [{"joined_on": "2026-10-05", "left_on": "2026-10-05", "member": {"label": "陈志明", "uuid": "8cfeebd1b24b4c62beb61470540b32a8"}, "uuid": "136e80250f044b019903f5ba1bcd6a4f"}], "name": "名称0", "named_on": "2026-10-05", "opened_on": "2026-10-05", "phone": "13812345678", "plan": "年度计划，原来写的是第 0 种\n第二段年度计划，原来写的是第 0 种\n第二段年度计划，原来写的是第 0 种\n第二段年度计划，原来写的是第 0 种\n第二段", "reception_rule": "接待日规则0", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "sector": "cpc", "sort": "station", "standard": "gansu_six", "state": "running", "theme": "特色主题0", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', '8fb7781a1025bf5797ba0d3c855b93e4859f2ef2459bec8e8ea9728bdb582863'),
(64, '6a0439258a83431888c5e93be7ed938d', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', 'c9d1e93646634216b96550685f54e0a8', 1, '{"status": "registered", "values": {"basis": "变动依据0", "committees": ["proposal"], "employer": "单位及职务0", "ended_on": "2026-10-05", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "b5ee7d516a1f4efaaa581e0aced9be27"}], "levels": ["county"], "linked_units": [{"ended_on": "2026-10-05", "name": "单位0", "sort": "village", "started_on": "2026-10-05", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "uuid": "af3b4c9a53c54c2b9dc6a20dc0a6124d"}], "person": {"label": "陈志明", "uuid": "f7e0c13fb4274095b0d8e34a431a4a67"}, "posts": ["chair"], "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "sector": "cpc", "started_on": "2026-10-05", "state": "serving", "term": {"label": "十届", "uuid": "cd8aba2a4b4c43bbb86172b4ff0767c8"}, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', '7d24bd513965ba1912a4bb4cb1ff2c006dfa7258152fe1a9e6d241671e036826'),
(65, 'cd27c94450b9478cada5dec87c42e404', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '7646ae671c0b45879aa6eefb9dbd4b1b', 1, '{"status": "registered", "values": {"address": "欧阳来访", "born_on": "2026-10-05", "education": "junior", "ethnicity": "han", "expertise": "专长0", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "2814ee2fcd5445a28d7d1be261be7f3b"}], "gender": "male", "honours": "荣誉，原来写的是第 0 种\n第二段荣誉，原来写的是第 0 种\n第二段荣誉，原来写的是第 0 种\n第二段荣誉，原来写的是第 0 种\n第二段", "id_number": "530102198001011237", "initials": "AAA", "name": "姓名0", "phone": "13812345678", "political_status": "cpc", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段"}}', '1f71ba66de0add74abedb50d25410b7b5ca1bdade1049195ca1a9ec009192f57'),
(66, '44d24e85659d43a0b466827bafc11b9b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'township', '36922231551c45d0b21b8ed5cc7dd554', 1, '{"status": "registered", "values": {"became": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "code": "AAA", "contact": "联络员0", "ended_on": "2026-10-05", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "551e34c9d9b44c2493bf4f76d198b9e7"}], "former_names": "曾用名0", "name": "名称0", "phone": "13812345678", "position": 3, "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "started_on": "2026-10-05"}}', '64453ce7144c22923886c8a61292c176430929639da8f08de29dfa221aa3558b'),
(67, '8a2f98cd6b18400a91806b00877ddd79', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', '507078e6960344089a36a6c0efef50a3', 1, '{"status": "registered", "values": {"became": {"label": "金桂社区", "uuid": "830c2c59996a4efea220dd7f810f1df1"}, "code": "AAA", "ended_on": "2026-10-05", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "206a55118ea84b50b97b2d84de0b3387"}], "former_names": "曾用名0", "name": "名称0", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "sort": "village", "started_on": "2026-10-05", "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', 'ed216a43fac6d9b8f7c081379c7d5aa2a6c8dc376aba4d1a4153b4523a778304'),
(68, '373e8de3e8e3406693e5df6ea0ad368b', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'term', '17182d6f1616412388623ca3726a88c2', 1, '{"status": "registered", "values": {"ended_on": "2026-10-05", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "47376cae49f04214a86ae00117442171"}], "name": "届0", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "started_on": "2026-10-05"}}', '7a1bd9788d7ca98cfc9bfaa470c9c26f8c1b7beaf1853ae881cc4a489c05533e'),
(69, '0aa7be7a3ee5457fb081552e2233816d', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'unit', '1a4e4bf6fe274e6f93475e169e91e2a6', 1, '{"status": "registered", "values": {"code": "AAA", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "deeb9f0add1b4fbe8d196531b957f670"}], "level": "county", "name": "单位名称0", "own": true, "parent": {"label": "示例县政协", "uuid": "a5d5e68d8f8c4c4da20ad0db94b46d78"}, "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段"}}', '4367aa221bbf9c20f0e3fd320db3c942f64551043bedcb64d93e1842589fcb33'),
(70, 'c380a275ba1648f388fe89ff51ef2f74', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'adjustment', '1d85ef352197448da0cb2c10de390e4f', 1, '{"status": "registered", "values": {"amount": 3, "basis": "依据0", "brand": "grassroots", "figure": "topics_planned", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "01a56507f81f417283e6ecdc22b73e12"}], "focus": "law", "happened_on": "2026-10-05", "made_by": "经手人0", "reason": "原因，原来写的是第 0 种\n第二段原因，原来写的是第 0 种\n第二段原因，原来写的是第 0 种\n第二段原因，原来写的是第 0 种\n第二段", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "sector": "cpc", "since": "2026-10-05", "studio": {"label": "青山镇委员工作室", "uuid": "8d4f030502774553b59de3c309e1f48f"}, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}, "use": "opening"}}', 'd4b09ed176393c05c8a27c1bb33bac663103f9449dccf035d597eb77fb6ec154'),
(71, '3c7586304ab741a692355b00bfa61640', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'zero_report', '53a323954dcf4e94ac047199a96b58c8', 1, '{"status": "draft", "values": {"committee": "proposal", "files": [{"caption": null, "name": "附件0.txt", "picture": false, "sha256": "41058adc321bcec9b14ade5ad463195912291813fc1eddbd18a27ee5ab1c1712", "size": 9, "uuid": "1d9643e835f34f34bec7d2334c1e3bc7"}], "month": "2026-10-05", "remark": "备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段备注，原来写的是第 0 种\n第二段", "reported_by": "报告人0", "studio": {"label": "青山镇委员工作室", "uuid": "8d4f030502774553b59de3c309e1f48f"}, "township": {"label": "永兴街道", "uuid": "0c58750c9aa845db902df95cef2cda66"}}}', '2fa2a0b3df0b460a43051e41df9ba2232c941523367b5e704628ebadcd0adb88'),
(72, '1a62b463c74342889ae6884c4e3aea2e', '2026-10-28T14:03:00+00:00', '王秀兰', 'options', 'option', 'brand', 0, '{"change": "rename_entry", "result": null, "with": ["courtyard", "院坝说事"]}', 'd30568c525c267955a0762335ee8ac975beb20659df53eaa3aa3e56cc0fba978'),
(73, 'afbc5e0e19b041e3998c606492a93e96', '2026-10-28T14:03:00+00:00', '王秀兰', 'save', 'saved_report', '', 0, '{"definition": "{\n \"version\": 1,\n \"name\": \"局长要的表\",\n \"of\": \"records\",\n \"kind\": \"meeting\",\n \"fields\": [\n  \"happened_on\",\n  \"topic\",\n  \"brand\",\n  \"focus\",\n  \"township\",\n  \"village\",\n  \"host\",\n  \"members\",\n  \"member_count\",\n  \"headcount\",\n  \"consensus_count\",\n  \"closed_count\"\n ],\n \"filters\": [\n  {\n   \"field\": \"status\",\n   \"op\": \"in\",\n   \"value\": [\n    \"registered\"\n   ]\n  }\n ],\n \"group\": null,\n \"sort\": [],\n \"figures\": [],\n \"by\": null,\n \"spans\": [],\n \"title\": \"\",\n \"note\": \"\"\n}", "name": "局长要的表", "over": ""}', 'db382686d91f8dde700d82a271b106e3d8d822b500c58c0189b48c414682e269'),
(74, 'd7653b2168ca4fe7bfa66308312ebde1', '2026-10-28T14:03:00+00:00', '王秀兰', 'figures', 'figure', 'own_1', 0, '{"change": "add", "dated_by": "happened_on", "label": "走访场次", "measure": "count", "rule": "日期在期内的委员走访，一条算一次", "source": "visit", "unit": "次", "where": []}', '048805872a7ffe4f8326777cd737ec83d3dfdac4070a7289eb0361d343e3072a'),
(75, 'c9628bae07514fc79a44c674eede62bf', '2026-10-28T14:03:00+00:00', '王秀兰', 'paragraphs', 'paragraph', '2026-09', 0, '{"plans": "筹备好年底的会。\n把清单报上去"}', 'fa7c944d182bc4c70fdc977d6a64ac7111afd8872cd8d78b5e03d46bee56968b'),
(76, '1333054cecdb4500a2b81f56615fd4d4', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'visit', 'e649b30e1b014d5cb8bde32c52803527', 1, '{"status": "registered", "values": {"answered": null, "artworks": null, "audience": null, "campaign": null, "committee": null, "content": null, "counting_unit": null, "demands": null, "donation": null, "ended_on": null, "experts": null, "files": [], "happened_on": "2026-09-13", "headcount": null, "host": null, "joint_units": null, "level": null, "linked_kind": null, "members": [{"member": {"label": "马文军", "uuid": "e6efd96e53cc43219a3db847fb1b3c76"}, "role": "member", "sector": "agriculture", "status": "present"}], "name": "走访果农", "opinion_infos": null, "outcome": null, "outreach_count": null, "patients": null, "people": {}, "people_served": 20, "place": null, "problems_raised": [], "proposals": null, "purchases": null, "recorder": null, "remark": null, "students": null, "talks": null, "tech_talks": null, "township": null, "village": null, "ways": null}}', '63d9aade443d9d57e84c4631e0017ed0523fa1916b5b4c94c9cb7e3a03d741f0'),
(77, '93d649b3ddd84610954d5ec37d15a070', '2026-10-28T14:03:00+00:00', '王秀兰', 'submit', 'submission', 'ea95a45c73de4c8baf7b6b8764b0fc29', 0, '{"files": [], "note": "", "number": 1, "period": "2026-09"}', 'c06d81cbd44cc16eff73b80bdad7943bcf4b20ba996ed3974ec79258f5491ae0'),
(78, 'f89ea649ab4a4e86847b57b918fca64c', '2026-10-28T14:03:00+00:00', '王秀兰', 'change', 'visit', 'e649b30e1b014d5cb8bde32c52803527', 2, '{"reason": "数错了", "status": "registered", "values": {"answered": null, "artworks": null, "audience": null, "campaign": null, "committee": null, "content": null, "counting_unit": null, "demands": null, "donation": null, "ended_on": null, "experts": null, "files": [], "happened_on": "2026-09-13", "headcount": null, "host": null, "joint_units": null, "level": null, "linked_kind": null, "members": [{"member": {"label": "马文军", "uuid": "e6efd96e53cc43219a3db847fb1b3c76"}, "role": "member", "sector": "agriculture", "status": "present"}], "name": "走访果农", "opinion_infos": null, "outcome": null, "outreach_count": null, "patients": null, "people": {}, "people_served": 21, "place": null, "problems_raised": [], "proposals": null, "purchases": null, "recorder": null, "remark": null, "students": null, "talks": null, "tech_talks": null, "township": null, "village": null, "ways": null}}', 'df6dde5886ca7bf9bcdd795d10950fcaebcec1e24acbc1faff57b0f49e7184ff'),
(79, '51981c4e5647459b8a882aa3f53b4939', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'meeting', '65114fc1d58644cdbe926a3b7656da5c', 1, '{"reason": "补录", "status": "draft", "values": {"assist_units": "协办单位1", "background": "情况介绍，原来写的是第 1 种\n第二段情况介绍，原来写的是第 1 种\n第二段情况介绍，原来写的是第 1 种\n第二段情况介绍，原来写的是第 1 种\n第二段", "began_at": "10:30", "brand": "courtyard", "case_made": "typical", "committee": "economy", "consensus": [{"task": {"adoption": "partly", "assist_units": "协办单位1", "closed_on": "2026-10-06", "deadline": "2026-10-06", "destination": "proposal", "progress": [{"on": "2026-10-06", "text": "进度1", "uuid": "d2c72360a6594379b631646fcd67592c"}, {"on": "2026-10-06", "text": "进度1", "uuid": "9a1ea17f39fa477ba935d15a94e1de24"}], "satisfaction": "mostly", "state": "working", "told_on": "2026-10-06", "unit": "责任单位1", "uuid": "7ccc59a84b1b4f36a78ff1f92479a64b"}, "text": "共识事项，原来写的是第 1 种\n第二段共识事项，原来写的是第 1 种\n第二段共识事项，原来写的是第 1 种\n第二段共识事项，原来写的是第 1 种\n第二段", "uuid": "ca188f4ede9a400485f98aae8e23bccc"}, {"task": {"adoption": "partly", "assist_units": "协办单位1", "closed_on": "2026-10-06", "deadline": "2026-10-06", "destination": "proposal", "progress": [{"on": "2026-10-06", "text": "进度1", "uuid": "e93419054e09469eabbf1a5ad3d34d2b"}, {"on": "2026-10-06", "text": "进度1", "uuid": "6c2cb5c240c847f8b54b3a0e89f519bf"}], "satisfaction": "mostly", "state": "working", "told_on": "2026-10-06", "unit": "责任单位1", "uuid": "d4ca64863ff0430f8965255329626b51"}, "text": "共识事项，原来写的是第 1 种\n第二段共识事项，原来写的是第 1 种\n第二段共识事项，原来写的是第 1 种\n第二段共识事项，原来写的是第 1 种\n第二段", "uuid": "17e03a80189949deba4db9c36d1588ec"}], "counting_unit": {"label": "单位名称0", "uuid": "1a4e4bf6fe274e6f93475e169e91e2a6"}, "dissent": "分歧和未决，原来写的是第 1 种\n第二段分歧和未决，原来写的是第 1 种\n第二段分歧和未决，原来写的是第 1 种\n第二段分歧和未决，原来写的是第 1 种\n第二段", "ended_on": "2026-10-06", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "b6322c3150d445d3a71b737315fb0f8c"}], "finished_at": "10:30", "focus": "customs", "form": "site", "happened_on": "2026-10-06", "headcount": 4, "host": "主持人1", "instructions": [{"given_on": "2026-10-06", "leader": "批示领导1", "level": "city", "text": "批示内容，原来写的是第 1 种\n第二段批示内容，原来写的是第 1 种\n第二段批示内容，原来写的是第 1 种\n第二段批示内容，原来写的是第 1 种\n第二段", "uuid": "588fcce4eb1a49af990aa64ee3d7a8b3"}, {"given_on": "2026-10-06", "leader": "批示领导1", "level": "city", "text": "批示内容，原来写的是第 1 种\n第二段批示内容，原来写的是第 1 种\n第二段批示内容，原来写的是第 1 种\n第二段批示内容，原来写的是第 1 种\n第二段", "uuid": "53057f48fd3047a48564e7f186c903ea"}], "joint_units": "联合单位1", "lead_unit": "牵头单位1", "level": "township", "members": [{"member": {"label": "陈志明", "uuid": "c9d1e93646634216b96550685f54e0a8"}, "role": "member", "sector": "cpc", "status": "leave"}, {"member": {"label": "马文军", "uuid": "e6efd96e53cc43219a3db847fb1b3c76"}, "role": "member", "sector": "agriculture", "status": "present"}], "opinions": [{"adopted": "partly", "raised_by": "提出人1", "text": "意见建议，原来写的是第 1 种\n第二段意见建议，原来写的是第 1 种\n第二段意见建议，原来写的是第 1 种\n第二段意见建议，原来写的是第 1 种\n第二段", "uuid": "55aa03b73fc848d4a945ab0202951c57"}, {"adopted": "partly", "raised_by": "提出人1", "text": "意见建议，原来写的是第 1 种\n第二段意见建议，原来写的是第 1 种\n第二段意见建议，原来写的是第 1 种\n第二段意见建议，原来写的是第 1 种\n第二段", "uuid": "081bdb9de7da40049b43127a9282dc37"}], "other_brands": ["grassroots", "courtyard"], "party_head": false, "people": {"cadres": 3, "masses": 11}, "place": "地点1", "plan": {"label": "议题名称0", "uuid": "684238ea31a04d91b35b297f986389dd"}, "platform": {"label": "名称1", "uuid": "41e3bcd2244d4278ab74c08f72f0e599"}, "recorder": "记录人1", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "reported_on": "2026-10-06", "research": [{"findings": "发现的问题，原来写的是第 1 种\n第二段发现的问题，原来写的是第 1 种\n第二段发现的问题，原来写的是第 1 种\n第二段发现的问题，原来写的是第 1 种\n第二段", "on": "2026-10-06", "people": "参加人1", "uuid": "b8b8beef654b45ef995e1c809c24e7d1", "way": "site"}, {"findings": "发现的问题，原来写的是第 1 种\n第二段发现的问题，原来写的是第 1 种\n第二段发现的问题，原来写的是第 1 种\n第二段发现的问题，原来写的是第 1 种\n第二段", "on": "2026-10-06", "people": "参加人1", "uuid": "d040c9598a8a4f24af4bfa725f2ecc33", "way": "site"}], "setting": "mobile", "speeches": [{"identity": "身份1", "points": "要点，原来写的是第 1 种\n第二段要点，原来写的是第 1 种\n第二段要点，原来写的是第 1 种\n第二段要点，原来写的是第 1 种\n第二段", "speaker": "发言人1", "uuid": "bb72f7ab662f486e82de7594a67a5de2"}, {"identity": "身份1", "points": "要点，原来写的是第 1 种\n第二段要点，原来写的是第 1 种\n第二段要点，原来写的是第 1 种\n第二段要点，原来写的是第 1 种\n第二段", "speaker": "发言人1", "uuid": "38ea71aaee0540c6a8799900b10ec280"}], "topic": "会议议题1", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "village": {"label": "石桥村", "uuid": "08e2117058d547949b0ddb7244eaaf40"}}}', 'ee7e3e59633d74cf8495c0de1420895d7e3ebc323377a442d924881cd5067ad0'),
(80, '7cdbae28bd7e4249a3857f1f39a361f7', '2026-10-28T14:03:00+00:00', '王秀兰', 'delete', 'meeting', '65114fc1d58644cdbe926a3b7656da5c', 2, '{"reason": "重了"}', '4c28fe01bddbf33d203b1b81a9e61f2781ef77b5f215a0803c1b5fd803f2a895'),
(81, '1403482226564263934363f06eb89ba4', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'visit', 'f4263638947946fc85b5cf6aaa0f1d22', 1, '{"reason": "补录", "status": "draft", "values": {"answered": 4, "artworks": 4, "audience": ["sector", "new_class"], "campaign": "sector_masses", "committee": "economy", "content": "走访内容，原来写的是第 1 种\n第二段走访内容，原来写的是第 1 种\n第二段走访内容，原来写的是第 1 种\n第二段走访内容，原来写的是第 1 种\n第二段", "counting_unit": {"label": "单位名称0", "uuid": "1a4e4bf6fe274e6f93475e169e91e2a6"}, "demands": 4, "donation": "13.50", "ended_on": "2026-10-06", "experts": 4, "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "c385d1294a41495b8ea37fcef157042b"}], "happened_on": "2026-10-06", "headcount": 4, "host": "走访单位1", "joint_units": "联合单位1", "level": "township", "linked_kind": "community", "members": [{"member": {"label": "陈志明", "uuid": "c9d1e93646634216b96550685f54e0a8"}, "role": "member", "sector": "cpc", "status": "leave"}, {"member": {"label": "马文军", "uuid": "e6efd96e53cc43219a3db847fb1b3c76"}, "role": "member", "sector": "agriculture", "status": "present"}], "name": "活动名称1", "opinion_infos": 4, "outcome": "办理结果，原来写的是第 1 种\n第二段办理结果，原来写的是第 1 种\n第二段办理结果，原来写的是第 1 种\n第二段办理结果，原来写的是第 1 种\n第二段", "outreach_count": 4, "patients": 4, "people": {"cadres": 3, "masses": 11}, "people_served": 4, "place": "地点1", "problems_raised": [{"answered": false, "closed_on": "2026-10-06", "deadline": "2026-10-06", "handed_to": "转办单位1", "result": "处理结果1", "sort": "employment", "text": "反映问题，原来写的是第 1 种\n第二段反映问题，原来写的是第 1 种\n第二段反映问题，原来写的是第 1 种\n第二段反映问题，原来写的是第 1 种\n第二段", "told_on": "2026-10-06", "uuid": "7954b7153ab4496da63a1fc91d6248e3"}, {"answered": false, "closed_on": "2026-10-06", "deadline": "2026-10-06", "handed_to": "转办单位1", "result": "处理结果1", "sort": "employment", "text": "反映问题，原来写的是第 1 种\n第二段反映问题，原来写的是第 1 种\n第二段反映问题，原来写的是第 1 种\n第二段反映问题，原来写的是第 1 种\n第二段", "told_on": "2026-10-06", "uuid": "786f91a30a1e4d81a2fb8f99330fc2af"}], "proposals": 4, "purchases": "13.50", "recorder": "记录人1", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "students": 4, "talks": 4, "tech_talks": 4, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "village": {"label": "石桥村", "uuid": "08e2117058d547949b0ddb7244eaaf40"}, "ways": ["visit", "consult"]}}', 'd29abedff2aed4249fab3891419ccac2e99ba30fc1d98a4e2f9b933f88a8942c'),
(82, 'b197431c3c8f4b9b9b11381483794f7a', '2026-10-28T14:03:00+00:00', '王秀兰', 'delete', 'visit', 'f4263638947946fc85b5cf6aaa0f1d22', 2, '{"reason": "重了"}', 'ef9459ffe97fa0e99d3e2f93c083381e5046ce9759a0a8eebf82f90eece4357d'),
(83, 'ef1e6436115d4793be8b2faf4456b4dc', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio_activity', '8bc7ef08e7584516a9edf8dc1746b473', 1, '{"reason": "补录", "status": "draft", "values": {"activity_type": "reception", "committee": "economy", "convener": "召集人1", "counting_unit": {"label": "单位名称0", "uuid": "1a4e4bf6fe274e6f93475e169e91e2a6"}, "ended_on": "2026-10-06", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "cb767123b8ac4b36898aafe54f652f40"}], "happened_on": "2026-10-06", "headcount": 4, "joint_units": "联合单位1", "level": "township", "members": [{"member": {"label": "陈志明", "uuid": "c9d1e93646634216b96550685f54e0a8"}, "role": "member", "sector": "cpc", "status": "leave"}, {"member": {"label": "马文军", "uuid": "e6efd96e53cc43219a3db847fb1b3c76"}, "role": "member", "sector": "agriculture", "status": "present"}], "opinion_count": 4, "opinion_infos": 4, "outcome": "活动成效，原来写的是第 1 种\n第二段活动成效，原来写的是第 1 种\n第二段活动成效，原来写的是第 1 种\n第二段活动成效，原来写的是第 1 种\n第二段", "people": {"cadres": 3, "masses": 11}, "people_served": 4, "place": "地点1", "proposals": 4, "receptions": [{"answered": false, "closed_on": "2026-10-06", "deadline": "2026-10-06", "handed_to": "转办单位1", "matter": "反映事项，原来写的是第 1 种\n第二段反映事项，原来写的是第 1 种\n第二段反映事项，原来写的是第 1 种\n第二段反映事项，原来写的是第 1 种\n第二段", "phone": "15987654321", "result": "结果1", "sort": "employment", "told_on": "2026-10-06", "uuid": "6d625d4da1684863ba9ff95e8265d7a5", "visitor": "司徒来访"}, {"answered": false, "closed_on": "2026-10-06", "deadline": "2026-10-06", "handed_to": "转办单位1", "matter": "反映事项，原来写的是第 1 种\n第二段反映事项，原来写的是第 1 种\n第二段反映事项，原来写的是第 1 种\n第二段反映事项，原来写的是第 1 种\n第二段", "phone": "15987654321", "result": "结果1", "sort": "employment", "told_on": "2026-10-06", "uuid": "b8b41cf88c0e4d5aac8e650ce310dddb", "visitor": "司徒来访"}], "recorder": "记录人1", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "studio": {"label": "名称0", "uuid": "fefcafe79b7b40bcbe1ea7130ea5f6c5"}, "summary": "活动内容，原来写的是第 1 种\n第二段活动内容，原来写的是第 1 种\n第二段活动内容，原来写的是第 1 种\n第二段活动内容，原来写的是第 1 种\n第二段", "topic": "活动主题1", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "village": {"label": "石桥村", "uuid": "08e2117058d547949b0ddb7244eaaf40"}}}', 'f11491eb7fe4a55cce2a019ab4a1b4ef81d65df692a73d900f86338d1af76999'),
(84, 'f13be7d8fbc74963a54d9d77218e98f6', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'topic_plan', '12876248b55841c19649894019203e27', 1, '{"reason": "补录", "status": "registered", "values": {"approved_on": "2026-10-06", "brand": "courtyard", "committee": "economy", "document_no": "审批文号1", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "df43d528b5a340cfbe8aef6505b52be8"}], "focus": "customs", "leader": "牵头领导1", "level": "township", "member": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "name": "议题名称1", "planned_on": "2026-10-06", "reason": "选题理由，原来写的是第 1 种\n第二段选题理由，原来写的是第 1 种\n第二段选题理由，原来写的是第 1 种\n第二段选题理由，原来写的是第 1 种\n第二段", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "source": "members", "state": "approved", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "village": {"label": "石桥村", "uuid": "08e2117058d547949b0ddb7244eaaf40"}, "year": 2026}}', '5a3c7c9eb2af68d09f3833f831a28e8a2c72fff9d6f84ded36e3aa776623358e'),
(85, 'f7f36823ad8b439e970b6f7376aad7d1', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'platform', '5a447659cebe452187fd17ba377fb1f3', 1, '{"reason": "补录", "status": "registered", "values": {"address": "地址1", "closed_on": "2026-10-06", "demo": false, "demo_level": "city", "document_no": "命名文号1", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "872817bf210e4a278ad9535d8d30d527"}], "level": "township", "name": "名称1", "named_on": "2026-10-06", "opened_on": "2026-10-06", "person": "负责人1", "premises": "依托场所1", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "setting": "mobile", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "village": {"label": "石桥村", "uuid": "08e2117058d547949b0ddb7244eaaf40"}}}', '974e7343c3e4cc70afdca1fc1554f01ff88d8261bd3992d130db383d508e3ce6'),
(86, '75431da6c1dc479da199990c7dd97664', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'case_info', 'd38321001fe44a4aa7377bd0676eeac0', 1, '{"reason": "补录", "status": "registered", "values": {"adopted": "city", "adopted_on": "2026-10-06", "author": "作者1", "content": "正文，原来写的是第 1 种\n第二段正文，原来写的是第 1 种\n第二段正文，原来写的是第 1 种\n第二段正文，原来写的是第 1 种\n第二段", "exchange_level": "city", "exchanged_on": "2026-10-06", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "a9dc4323d6284264ac84c4c0f77c6f75"}], "link": "链接1", "media": "刊发媒体1", "media_level": "city", "meeting": {"label": "会议议题1", "uuid": "65114fc1d58644cdbe926a3b7656da5c"}, "name": "标题1", "promotions": [{"basis": "依据1", "on": "2026-10-06", "sort": "typical", "uuid": "943dbf4f92414d80aca7822b9f2c2eb9"}, {"basis": "依据1", "on": "2026-10-06", "sort": "typical", "uuid": "01dcb26dabdc40c3b129ee74da2de31b"}], "published_on": "2026-10-06", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "reported_on": "2026-10-06", "sent_to": "province", "sort": "typical", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', 'dd1e0041ea9642fc18c40c4837b38a1f290c06a7beb613a0809cd0035b5ffc3c'),
(87, '0245eda2768e44febce0c5ce5f695049', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'livelihood_deed', '7b65dec69f144d91bb2d0810f9412d57', 1, '{"reason": "补录", "status": "draft", "values": {"activity": {"label": "活动主题1", "uuid": "8bc7ef08e7584516a9edf8dc1746b473"}, "amount": "13.50", "category": "employment", "closed_on": "2026-10-06", "content": "办理情况，原来写的是第 1 种\n第二段办理情况，原来写的是第 1 种\n第二段办理情况，原来写的是第 1 种\n第二段办理情况，原来写的是第 1 种\n第二段", "deadline": "2026-10-06", "department": "责任部门1", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "8368797d65d34a07820ee73884f33950"}], "happened_on": "2026-10-06", "households": 4, "leader": "领办领导1", "led_project": false, "meeting": {"label": "会议议题1", "uuid": "65114fc1d58644cdbe926a3b7656da5c"}, "member": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "name": "事项名称1", "people": 4, "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "revisited_on": "2026-10-06", "satisfaction": "mostly", "source": "meeting", "state": "assigned", "studio": {"label": "名称0", "uuid": "fefcafe79b7b40bcbe1ea7130ea5f6c5"}, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "visit": {"label": "活动名称1", "uuid": "f4263638947946fc85b5cf6aaa0f1d22"}}}', 'f76819776fba4549737ebabbaec0be0aec8bdb4c0dd8d7abf2a94090e2caee97'),
(88, 'b4732c32d40c431aa00e8d55e8bacb8a', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'studio', 'fa1f04c8a7c94a9085f91276c7026422', 1, '{"reason": "补录", "status": "registered", "values": {"address": "地址1", "checklist": [{"checked_on": "2026-10-06", "item": "gansu_2", "met": false, "note": "说明1", "uuid": "9e5a39c33cec4d8cb194cea64eac6747"}, {"checked_on": "2026-10-06", "item": "gansu_2", "met": false, "note": "说明1", "uuid": "480133bafb5a4b12b6fb75103e841d42"}], "closed_on": "2026-10-06", "committee": "economy", "demo_level": "city", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "499ab69b499d4606ad6a797b3bc9cfbc"}], "lead": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "members": [{"joined_on": "2026-10-06", "left_on": "2026-10-06", "member": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "uuid": "b049b2145be84e47b0097d784173ecf4"}, {"joined_on": "2026-10-06", "left_on": "2026-10-06", "member": {"label": "赵雅琴", "uuid": "20691b561c134ac4a4a3887ec5058717"}, "uuid": "17230d47cb274cf38aac054067ad4c59"}], "name": "名称1", "named_on": "2026-10-06", "opened_on": "2026-10-06", "phone": "15987654321", "plan": "年度计划，原来写的是第 1 种\n第二段年度计划，原来写的是第 1 种\n第二段年度计划，原来写的是第 1 种\n第二段年度计划，原来写的是第 1 种\n第二段", "reception_rule": "接待日规则1", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "sector": "rcckmt", "sort": "township", "standard": "shaoguan_six", "state": "stopped", "theme": "特色主题1", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', 'b9e5797be527d092fcedc12d35a63c3b8136342bad0719980f9d7c8300d5dbe9'),
(89, '21d45500580941ff95bf40d63e36e28a', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'membership', '91ecef1b054d4434b6e5a4743d3ceb64', 1, '{"reason": "补录", "status": "registered", "values": {"basis": "变动依据1", "committees": ["proposal", "economy"], "employer": "单位及职务1", "ended_on": "2026-10-06", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "ebeddea54d7e4c4d85bcba9adf5edea5"}], "levels": ["county", "city"], "linked_units": [{"ended_on": "2026-10-06", "name": "单位1", "sort": "community", "started_on": "2026-10-06", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "uuid": "87545ce9f7a74d5b886550c4d2a744ea"}, {"ended_on": "2026-10-06", "name": "单位1", "sort": "community", "started_on": "2026-10-06", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "uuid": "ec92b45f50fa4d7b9cf0f6fae22c955a"}], "person": {"label": "赵雅琴", "uuid": "59ab15f5ac394c9f9438c037b386d0df"}, "posts": ["chair", "vice_chair"], "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "sector": "rcckmt", "started_on": "2026-10-06", "state": "adjusted", "term": {"label": "十一届", "uuid": "1493b88fb3c54391a0d890f0a2ab98e5"}, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', '1506e56566c262b8be4c0fa19b854b35b9074ef9b71738d4ef719c25b8ec9cb6'),
(90, '23afec01b37b4717a1173244e26abae5', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'person', '55020e2f07c84ce0be190f1411fef00d', 1, '{"reason": "补录", "status": "registered", "values": {"address": "司徒来访", "born_on": "2026-10-06", "education": "senior", "ethnicity": "yi", "expertise": "专长1", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "934d87239a124f369911e8f0b0c129e1"}], "gender": "female", "honours": "荣誉，原来写的是第 1 种\n第二段荣誉，原来写的是第 1 种\n第二段荣誉，原来写的是第 1 种\n第二段荣誉，原来写的是第 1 种\n第二段", "id_number": "11010519491231002X", "initials": "BBB", "name": "姓名1", "phone": "15987654321", "political_status": "league", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段"}}', '4a9a3d7239241b7566b4f01a7686adea9a83afa135704503616700ea28d44c60'),
(91, '2ec0e40dcd5945d1a8d34a1fa054e7de', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'township', '4afc8127ff524fd5b413e259b8993ba6', 1, '{"reason": "补录", "status": "registered", "values": {"became": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "code": "BBB", "contact": "联络员1", "ended_on": "2026-10-06", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "44920f636fa54838983ad13439041f04"}], "former_names": "曾用名1", "name": "名称1", "phone": "15987654321", "position": 4, "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "started_on": "2026-10-06"}}', '18a6201db6e08dffc6e5795b8751c4f32703c713161ca8a0b39254c09cee17e3'),
(92, '3450de1440de47118b7df57f60ae5a1d', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'village', '449a8f5a421f45988ddcb4de5c6c80a4', 1, '{"reason": "补录", "status": "registered", "values": {"became": {"label": "石桥村", "uuid": "08e2117058d547949b0ddb7244eaaf40"}, "code": "BBB", "ended_on": "2026-10-06", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "fe09c3c3ad134c0cb3b9bac3efb0d7dd"}], "former_names": "曾用名1", "name": "名称1", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "sort": "community", "started_on": "2026-10-06", "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', 'b6ed1c364fee6c530b3fb908d9aeb44d3bc7711496fd60af1b8ee3a2190a90ed'),
(93, 'db4155e1d3364cca897f2b53ac91d2eb', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'term', '18a39a65616644cdb40ea853ea63d970', 1, '{"reason": "补录", "status": "registered", "values": {"ended_on": "2026-10-06", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "22207a69cc2d49048839e272baf9e06d"}], "name": "届1", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "started_on": "2026-10-06"}}', '0b3b528b9b356921cf671012a15188d487f4fe7f8279d7f0b0d9d59dfcadd790'),
(94, '598154f88e1d484dab4e7510f7de919d', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'unit', 'e50f5da10c354ad0810e9fe8a8bdecfb', 1, '{"reason": "补录", "status": "registered", "values": {"code": "BBB", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "d328de49c46448cb9c68ff8866671dd6"}], "level": "city", "name": "单位名称1", "own": false, "parent": {"label": "单位名称0", "uuid": "1a4e4bf6fe274e6f93475e169e91e2a6"}, "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段"}}', '80991a084bb451861d0fdcc8a562005456ad44eb74a2c4a00b9b3a33a20d69fe'),
(95, 'e5be339d6f3d4bc48a458ad5af7ebf10', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'adjustment', 'd022ed22f57c49bf955ff67979f01185', 1, '{"reason": "补录", "status": "registered", "values": {"amount": 4, "basis": "依据1", "brand": "courtyard", "figure": "topics_held", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "3b56c52fbef74412adae773c0b2fcb04"}], "focus": "customs", "happened_on": "2026-10-06", "made_by": "经手人1", "reason": "原因，原来写的是第 1 种\n第二段原因，原来写的是第 1 种\n第二段原因，原来写的是第 1 种\n第二段原因，原来写的是第 1 种\n第二段", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "sector": "rcckmt", "since": "2026-10-06", "studio": {"label": "名称0", "uuid": "fefcafe79b7b40bcbe1ea7130ea5f6c5"}, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}, "use": "manual"}}', '076deb59f97333ade7e4847f4f2e7ca6d13a508c9ae9c0bffca161f493c1d3fd'),
(96, 'd6186e0d6e3344e199fe04dca96b6694', '2026-10-28T14:03:00+00:00', '王秀兰', 'add', 'zero_report', '509fc7d58d85413583a93caf20930321', 1, '{"reason": "补录", "status": "draft", "values": {"committee": "economy", "files": [{"caption": null, "name": "附件1.txt", "picture": false, "sha256": "af5ea4e281f2c2d30699792556543d1f7aec29e2b8bb0ca7f6bedcee376c5d45", "size": 9, "uuid": "4fe808e6728949ccbf0a4cd6481b56f8"}], "month": "2026-10-06", "remark": "备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段备注，原来写的是第 1 种\n第二段", "reported_by": "报告人1", "studio": {"label": "名称0", "uuid": "fefcafe79b7b40bcbe1ea7130ea5f6c5"}, "township": {"label": "青山镇", "uuid": "9d9c1dc9c71e4e0995b49e00622a9a19"}}}', 'd19531ec4acac3d8720df90d8ef0fd42f324b5892c66bb1ede184fe313424435'),
(97, '3d9e7d713f3043b7a447f755407dd5a1', '2026-10-28T14:03:00+00:00', '王秀兰', 'delete', 'zero_report', '509fc7d58d85413583a93caf20930321', 2, '{"reason": "重了"}', '1431fbaf17cde7fb9f6e1ad992b39db0d16692a05701358444e872c204c362af');
INSERT INTO "alias" ("old", "new") VALUES
('00000000000000000000000000000000', 'e649b30e1b014d5cb8bde32c52803527');
INSERT INTO "search_row" ("id", "kind", "record_id", "uuid") VALUES
(1, 'unit', 1, 'a5d5e68d8f8c4c4da20ad0db94b46d78'),
(2, 'township', 1, '0c58750c9aa845db902df95cef2cda66'),
(3, 'township', 2, '9d9c1dc9c71e4e0995b49e00622a9a19'),
(4, 'township', 3, 'cb51fdf45fdd469a954c750060eb9c03'),
(5, 'village', 1, '3012e656cf434587972d1cfcc468353e'),
(6, 'village', 2, '830c2c59996a4efea220dd7f810f1df1'),
(7, 'village', 3, 'a7fb9a943051475a8ff4760b53bd7491'),
(8, 'village', 4, '96c61d3003414a75b2f9dcd670142432'),
(9, 'village', 5, '08e2117058d547949b0ddb7244eaaf40'),
(10, 'village', 6, '1abfcdce20dc404f90be7a855cf6e3a8'),
(11, 'term', 1, 'cd8aba2a4b4c43bbb86172b4ff0767c8'),
(12, 'term', 2, '1493b88fb3c54391a0d890f0a2ab98e5'),
(13, 'person', 1, 'f7e0c13fb4274095b0d8e34a431a4a67'),
(14, 'person', 2, '59ab15f5ac394c9f9438c037b386d0df'),
(15, 'person', 3, 'e2984fa25f1c47c4b4970e4bcd281fca'),
(16, 'person', 4, '36e5959862bd4ebe9ab5ce3a9db6fe09'),
(17, 'person', 5, 'c8910405378b452699e6607e5c038bcb'),
(18, 'person', 6, '65d932dce78c483aa9554df92eeb471e'),
(19, 'person', 7, '612db70ec3c041a9a112b03cbad0f180'),
(20, 'person', 8, '73ce9a19c9a64f2d877a897800c9bc43'),
(21, 'person', 9, 'a7fa4845802a4ec3bd428f1aa6a32295'),
(22, 'person', 10, '83595c738eab46aa87da0c0bf80acf30'),
(23, 'person', 11, '61ad504e62b94503b404c8d8950b59d6'),
(24, 'person', 12, '740bda7a8c3f419e8abef407a670fd84'),
(25, 'membership', 1, '885c98caf044409eaae489dd23c7176f'),
(26, 'membership', 2, '20691b561c134ac4a4a3887ec5058717'),
(27, 'membership', 3, 'e6efd96e53cc43219a3db847fb1b3c76'),
(28, 'membership', 4, '010b2f124c6a4743bf2cc90093459460'),
(29, 'membership', 5, '62603cae4ea64f60a38f8e9bf1c3904d'),
(30, 'membership', 6, '04e9c7dbc5ce46169667db5820001289'),
(31, 'membership', 7, '96b9996916a344d88f3e22db0f586436'),
(32, 'membership', 8, '90d06cac58784c4993a7d703155537c5'),
(33, 'membership', 9, '4d78fd06b25049d8847543c62517f2ff'),
(34, 'membership', 10, 'eb904eb8ff7d4c708e537ad3424b0e2d'),
(35, 'membership', 11, 'f9478cc9a6d54d3f90b2bf2289213393'),
(36, 'membership', 12, '774f26d72ab246048dbe221024ff7d3a'),
(37, 'membership', 13, '8cfeebd1b24b4c62beb61470540b32a8'),
(38, 'studio', 1, '8d4f030502774553b59de3c309e1f48f'),
(39, 'topic_plan', 2, '0c92b1987d294c17a52d5526b5c2240a'),
(40, 'topic_plan', 3, '4bdcae7e0aeb4b3f97693926234341f0'),
(41, 'platform', 1, 'e06bb02f867c4e96ada254344f10e8ab'),
(42, 'platform', 2, '41e3bcd2244d4278ab74c08f72f0e599'),
(43, 'unit', 2, 'e3f4a4cae5344fddb4d8f0fd99c9abd9'),
(44, 'unit', 3, '2448d9e7fdab43beb8a5ad69c8fa9706'),
(45, 'studio', 2, 'dc809968ca48427e904b980db9599eed'),
(46, 'studio', 3, '1ca27e9890c64b17a80df7198e85a742'),
(47, 'platform', 3, 'c34630e5ca3d4a4a9c09776ec7313c42'),
(48, 'studio', 4, 'fefcafe79b7b40bcbe1ea7130ea5f6c5'),
(49, 'membership', 14, 'c9d1e93646634216b96550685f54e0a8'),
(50, 'person', 13, '7646ae671c0b45879aa6eefb9dbd4b1b'),
(51, 'township', 4, '36922231551c45d0b21b8ed5cc7dd554'),
(52, 'village', 7, '507078e6960344089a36a6c0efef50a3'),
(53, 'term', 3, '17182d6f1616412388623ca3726a88c2'),
(54, 'unit', 4, '1a4e4bf6fe274e6f93475e169e91e2a6'),
(55, 'platform', 4, '5a447659cebe452187fd17ba377fb1f3'),
(56, 'studio', 5, 'fa1f04c8a7c94a9085f91276c7026422'),
(57, 'membership', 15, '91ecef1b054d4434b6e5a4743d3ceb64'),
(58, 'person', 14, '55020e2f07c84ce0be190f1411fef00d'),
(59, 'township', 5, '4afc8127ff524fd5b413e259b8993ba6'),
(60, 'village', 8, '449a8f5a421f45988ddcb4de5c6c80a4'),
(61, 'term', 4, '18a39a65616644cdb40ea853ea63d970'),
(62, 'unit', 5, 'e50f5da10c354ad0810e9fe8a8bdecfb'),
(813261472065912833, 'topic_plan', 1, '552b0a5af26442c3ad64c1d348ea94fe'),
(813497867065884673, 'visit', 10, 'e649b30e1b014d5cb8bde32c52803527'),
(813522056321695745, 'meeting', 1, 'e30fcb04d2ea43ab9df92581c5e0f6f6'),
(813522056321695746, 'visit', 2, '9dcfc0a8526245bf82a6185ab0148a63'),
(813522056321695747, 'studio_activity', 3, '419e998519b44b649a4488c7b2e18919'),
(813522056321695748, 'topic_plan', 4, '684238ea31a04d91b35b297f986389dd'),
(813522056321695749, 'meeting', 4, 'b646d1af1cb14596b8b6aed77b2fe27e'),
(813522056321695750, 'case_info', 1, 'ce4ee64d088c4c1b8da7635eadc6da0d'),
(813522056321695751, 'visit', 6, '145903d6719c46e38d01250569d20c53'),
(813522056321695752, 'studio_activity', 8, '8cc60c12dc43409f88a6d5fd94792073'),
(813522056321695753, 'livelihood_deed', 1, '3de98e501af74da3a583e2fadb2e6565'),
(813522056321695754, 'adjustment', 1, '1d85ef352197448da0cb2c10de390e4f'),
(813522056321695755, 'zero_report', 1, '53a323954dcf4e94ac047199a96b58c8'),
(813523155833323521, 'meeting', 5, 'eee89bfc34024c8f913edb24ce1e06f5'),
(813523155833323522, 'visit', 7, '54ec96da4c094dfcab499db0a99d9db0'),
(813523155833323523, 'studio_activity', 9, 'f1a0407fc78c416aa3c836290cbfa03f'),
(813523155833323524, 'studio_activity', 13, '8bc7ef08e7584516a9edf8dc1746b473'),
(813523155833323525, 'topic_plan', 5, '12876248b55841c19649894019203e27'),
(813523155833323526, 'case_info', 2, 'd38321001fe44a4aa7377bd0676eeac0'),
(813523155833323527, 'livelihood_deed', 2, '7b65dec69f144d91bb2d0810f9412d57'),
(813523155833323528, 'adjustment', 2, 'd022ed22f57c49bf955ff67979f01185');
INSERT INTO "figure_entry" ("key", "data", "retired", "position") VALUES
('own_1', '{"dated_by": "happened_on", "label": "走访场次", "measure": "count", "rule": "日期在期内的委员走访，一条算一次", "source": "visit", "unit": "次", "where": []}', 0, 0);
INSERT INTO "unit" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "code", "level", "parent_id", "own") VALUES
(1, 'a5d5e68d8f8c4c4da20ad0db94b46d78', 1, 'DW-2026-0001', 'registered', 2, '473f28ac16a19f3a152d19c3893b35613b04ad39a6d4911598e7e3fddc5372e3', '2026-10-28T14:03:00+00:00', '本机', '2026-10-28T14:03:00+00:00', '本机', NULL, '示例县政协', NULL, 'county', NULL, 1),
(2, 'e3f4a4cae5344fddb4d8f0fd99c9abd9', 1, 'DW-2026-0001', 'registered', 1, 'c993efc657243ead5aef649f48d16a80073f0db78aea8ef5da082ad3caa81edc', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '单位名称0', NULL, NULL, NULL, NULL),
(3, '2448d9e7fdab43beb8a5ad69c8fa9706', 1, 'DW-2026-0002', 'registered', 1, 'e5ef2d7e567e2377c1f739b5d36a45bb1a75956e989a727fb8bedc733b1c5fb6', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '单位名称1', NULL, NULL, NULL, NULL),
(4, '1a4e4bf6fe274e6f93475e169e91e2a6', 1, 'DW-2026-0003', 'registered', 1, '77093d3bb1e5130bd062c435df9e4d2c714f71de4942b39cdae4395890f5d64a', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '单位名称0', 'AAA', 'county', 1, 1),
(5, 'e50f5da10c354ad0810e9fe8a8bdecfb', 1, 'DW-2026-0004', 'registered', 1, 'd57c8ce18402f6b372dee28b8fcd003263814e007aa0c2b2b1910132e66a546a', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '单位名称1', 'BBB', 'city', 4, 0);
INSERT INTO "submission" ("id", "uuid", "unit_id", "state", "period", "span", "starts", "ends", "since", "sent_at", "sent_by", "returned_at", "returned_by", "why", "note", "strict", "base_id", "change", "declared", "numbers") VALUES
(1, 'ea95a45c73de4c8baf7b6b8764b0fc29', 1, 'sent', '2026-09', 'month', '2026-09-01', '2026-09-30', '2025-12-31', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, NULL, NULL, NULL, 0, NULL, 76, '{"articles":"330fde87a373","articles_city":"b52364c2b9cf","articles_county":"856a91f088ad","articles_nation":"ffe40b931373","articles_province":"f65f20c2e0e7","artworks":"7a874f4e547c","attendance_total":"b4b49b04d3af","border_meetings":"3ad6038cc947","cadre_attendance":"09d294133da4","cases_adopted":"e65fe36f3442","cases_adopted_city":"2308b8b528c0","cases_adopted_nation":"a0c2b8c614b7","cases_adopted_province":"21638e5e3c4a","cases_compiled":"d4ee83b7db52","cases_exchanged":"733c16efae28","cases_exchanged_province":"7bcdc6fc8588","cases_praised":"73b25a7227c1","cases_total":"892c94e114f7","consensus":"0a38fcff7b03","courtyard_attendance":"777c6fd0b44e","courtyard_closed":"189974448d6a","courtyard_meetings":"2f4d20c8b2bc","deed_amount":"b153e84e5cb0","deed_households":"2804c3b1d7eb","deed_people":"5366e9c8d3b2","deeds":"335fc3a55255","deeds_closed":"348782647618","deeds_due_closed":"c37969d21b73","deeds_open":"8eee07364be6","deeds_revisited":"611cc8a5a0df","demands":"be5e851fb311","demands_answered":"357b5bb78db2","demo_sites":"4491c5309803","demo_sites_city":"40ae76f16dca","demo_sites_county":"da1ff34eca96","demo_sites_province":"591386d34f59","demo_studios":"9134fa0d3203","donations":"fe39f01a269f","dynamic_info":"2d12ae265290","enterprise_visits":"9c6ed0a2cfb1","experience_cases":"43aef4ae805e","experts":"c7c396cb768f","face_to_face_meetings":"c48c85185264","frontline_meetings":"d4bb302b6d82","grassroots_meetings":"aeea7b5ba148","innovation_cases":"7717c3de6275","instructions":"8bb72e06d075","instructions_city":"67b1002ea455","instructions_county":"d543ef238bfb","instructions_nation":"c61ef4ef7c97","instructions_province":"8e3bd89da00f","led_closed":"306c13ecad67","led_projects":"95abd8d7c521","linked_members":"5a7bc31920ff","linked_units":"ca3bff37c26a","livelihood_hall_meetings":"7a828d896bab","mass_attendance":"64bc59619014","meeting_absent":"1dffaa14a9ef","meeting_leave":"aabc682d1405","meeting_members":"f92a93f91c18","meeting_presence":"727b72c33ee7","meetings":"01bdbabaa220","meetings_reported":"37869f4e27b1","member_attendance":"86b0d788a4c9","members_joined":"7852fbc45465","members_left":"19f75ea7224f","members_revoked":"ebd8e1992492","members_total":"c39acbd71af4","micro_meetings":"f635375b5858","negotiate_meetings":"c260000dc2e2","other_attendance":"d949e2d59c05","outreach_count":"e30ff8936b2d","overdue_tasks":"aa09c6775807","own_1":"402854612657","party_head_meetings":"7a0adeed706d","patients_served":"d1a8937e8781","people_served":"7f2f3f570c40","platforms":"6356aa5f3599","platforms_county":"c8161baeac1b","platforms_enterprise":"6e275eb040cc","platforms_township":"cdb75869eb5a","platforms_used":"19a57d42d6f3","platforms_village":"65e1b3889641","problems_closed":"36ab13649a00","problems_due_closed":"18c4cdebdafa","problems_raised":"77e2099d2919","problems_told":"fad508d6ed36","purchases":"080a8dd46c31","quality_cases":"153290a5b6f0","quality_promoted":"b04816be9030","reception_days":"bc8300a732cb","receptions":"309b8bea6200","receptions_answered":"77804086a5e8","receptions_closed":"1584d4ca9bcf","research_trips":"7ab8494663a1","researched_meetings":"4835a2076301","sector_studios":"a61999088ae4","sector_talks":"82f485431bfc","students_aided":"a4d22ab61614","studio_active_members":"75603cdbcb7d","studio_activities":"f7d838c7d7b0","studio_attendance":"bf9ec4840d62","studio_consult":"119c993a51af","studio_joined":"9c1824088d0a","studio_left":"3cafe91613d0","studio_members":"6037a842927d","studio_opinion_infos":"db4eeb59dbc5","studio_opinions":"ff33b216da8c","studio_people_served":"2c6170685950","studio_preach":"8566a4f8730e","studio_presence":"80fbacad5ff9","studio_proposals":"e17b55efe049","studio_research":"5ef0a943928e","studio_rooms":"8a2d8b89a1bd","studio_service":"b0236ee1fb11","studio_stations":"16fe1d462fc5","studio_study":"c449690f27ce","studios":"f98defc6662c","studios_active":"d67db1024e00","studios_opened":"179990430801","suggestions":"4a0c0e5f36dd","suggestions_adopted":"5760f1a5264f","talks":"48072cf4d565","tasks_closed":"68d4224c2fe9","tasks_due":"46dd532f5168","tasks_due_closed":"8d4e8641e4d7","tasks_open":"1c7b6b36c5bb","tasks_rated":"f8ada3dedfef","tasks_satisfied":"ae422e9667c8","tasks_to_opinion":"87684edc827b","tasks_to_proposal":"4e9dc4cbf6a7","tasks_told":"e62d84f6f462","tech_talks":"ec63587feef2","topics_held":"b5d7d180b160","topics_planned":"7dc0570e90ba","townships_covered":"101a92deec92","typical_cases":"2d4d56040cad","typical_promoted":"e4234403f1d7","villages_covered":"50e29c883a99","visit_attendance":"6f890acfcab1","visit_members":"3dce3e93d9f2","visit_opinion_infos":"953c46e1014e","visit_presence":"6e58b940eea9","visit_proposals":"6a344e56c896","visit_townships":"0b7f9f7a4845","visit_villages":"391ce0982ac2","visits":"402854612657"}', '{"apart":false,"groups":{"brand":[["grassroots","协商在基层"]],"focus":[["none","未填"]],"sector":[["nonparty","无党派人士"],["women","妇联"],["industry","工商联"],["science","科协"],["culture","文化艺术界"],["economy","经济界"],["agriculture","农业和农村界"],["education","教育界"],["medicine","医药卫生界"],["none","未填"]],"studio":[["8d4f030502774553b59de3c309e1f48f","青山镇委员工作室"]],"township":[["0c58750c9aa845db902df95cef2cda66","永兴街道"],["9d9c1dc9c71e4e0995b49e00622a9a19","青山镇"],["cb51fdf45fdd469a954c750060eb9c03","大河镇"],["none","未填"]],"unit":[["a5d5e68d8f8c4c4da20ad0db94b46d78","示例县政协"]]},"labels":[["topics_planned","计划议题","个"],["topics_held","已开展议题","个"],["topic_rate","议题开展率","%"],["meetings","协商活动","场"],["grassroots_meetings","协商在基层","场"],["courtyard_meetings","院坝协商","场"],["sector_talks","界别协商","场"],["negotiate_meetings","有事好商量","场"],["face_to_face_meetings","春城面对面","场"],["frontline_meetings","一线协商","场"],["livelihood_hall_meetings","民生议事堂","场"],["border_meetings","边寨协商","场"],["micro_meetings","小微协商","场"],["party_head_meetings","党政主职参加","场"],["researched_meetings","会前调研的会议","场"],["research_trips","会前调研","次"],["meetings_reported","报送信息的会议","场"],["attendance_total","参加协商人次","人次"],["courtyard_attendance","参加院坝协商","人次"],["member_attendance","委员参加协商","人次"],["cadre_attendance","干部参加协商","人次"],["mass_attendance","群众参加协商","人次"],["other_attendance","其他人员参加协商","人次"],["meeting_members","参加协商委员","人"],["meeting_presence","点名参加协商","人次"],["meeting_leave","协商请假","人次"],["meeting_absent","协商缺席","人次"],["townships_covered","覆盖乡镇","个"],["villages_covered","覆盖村（社区）","个"],["suggestions","意见建议","条"],["suggestions_adopted","采纳意见","条"],["adoption_rate","采纳率","%"],["consensus","达成共识","项"],["tasks_due","应办事项","件"],["tasks_due_closed","应办中已办结","件"],["task_close_rate","办结率","%"],["tasks_closed","共识办结","件"],["courtyard_closed","院坝协商办结","件"],["tasks_open","未办结事项","件"],["overdue_tasks","超期未办结","件"],["tasks_told","反馈群众","件"],["tasks_rated","群众评价","件"],["tasks_satisfied","群众满意","件"],["satisfaction_rate","群众满意率","%"],["tasks_to_opinion","共识转社情民意","件"],["tasks_to_proposal","共识转提案","件"],["problems_solved","推动解决问题","件"],["instructions","领导批示","件次"],["instructions_county","县领导批示","件次"],["instructions_city","市领导批示","件次"],["instructions_province","省领导批示","件次"],["instructions_nation","全国级领导批示","件次"],["platforms","协商平台","个"],["platforms_county","县级平台","个"],["platforms_township","乡镇平台","个"],["platforms_village","村级平台","个"],["platforms_enterprise","企业平台","个"],["platforms_used","用过的平台","个"],["demo_sites","示范点","个"],["demo_sites_county","县级示范点","个"],["demo_sites_city","市级示范点","个"],["demo_sites_province","省级示范点","个"],["cases_total","信息和案例","件"],["dynamic_info","工作动态信息","条"],["typical_cases","典型案例","篇"],["quality_cases","精品案例","篇"],["innovation_cases","创新案例","篇"],["experience_cases","经验材料","篇"],["typical_promoted","升为典型案例","篇"],["quality_promoted","升为精品案例","篇"],["quality_total","精品案例合计","篇"],["cases_adopted","信息案例采用","件"],["cases_adopted_city","市采用","件"],["cases_adopted_province","省采用","件"],["cases_adopted_nation","全国采用","件"],["cases_compiled","入选汇编","件"],["cases_praised","表扬通报","件"],["cases_exchanged","会议交流","次"],["cases_exchanged_province","省政协会议交流","次"],["articles","媒体刊发","篇"],["articles_county","县级媒体刊发","篇"],["articles_city","市级媒体刊发","篇"],["articles_province","省级媒体刊发","篇"],["articles_nation","中央媒体刊发","篇"],["visits","委员走访","次"],["visit_attendance","委员走访人次","人次"],["visit_members","参加走访委员","人"],["visit_presence","点名走访人次","人次"],["visit_cover_rate","走访覆盖率","%"],["outreach_count","深入基层","人次"],["visit_townships","走访乡镇","个"],["visit_villages","走访村（社区）","个"],["enterprise_visits","走访企业","次"],["people_served","服务群众","人次"],["experts","联系专家","名"],["demands","收集意见","条"],["demands_answered","现场解答","条"],["talks","宣讲","场"],["tech_talks","科技宣讲","场"],["talks_total","宣讲合计","场"],["donations","捐款捐物","元"],["purchases","消费帮扶","元"],["students_aided","资助学生","人"],["patients_served","送医送药","人次"],["artworks","书画作品","幅"],["visit_opinion_infos","走访转社情民意","篇"],["visit_proposals","走访转提案","件"],["problems_raised","走访反映问题","件"],["problems_due_closed","反映问题已办结","件"],["problem_close_rate","走访问题办结率","%"],["problems_closed","走访问题办结","件"],["problems_told","走访问题反馈","件"],["deeds","办实事","件"],["deeds_due_closed","办实事已办结","件"],["deed_close_rate","实事办结率","%"],["deeds_closed","实事办结","件"],["deeds_open","未办结实事","件"],["deeds_revisited","实事回访","件"],["deed_people","实事受益","人"],["deed_households","受益户数","户"],["deed_amount","实事投入","元"],["led_projects","领办民生项目","件"],["led_closed","领办项目办结","件"],["contacts","联系群众活动","次"],["contact_people","联系群众","人次"],["demands_total","群众诉求","条"],["studios","委员工作室","个"],["studio_stations","委员工作站","个"],["studio_rooms","工作室（不含工作站）","个"],["sector_studios","界别工作室","个"],["demo_studios","示范工作室","个"],["studios_opened","新建工作室","个"],["studios_active","开展活动的工作室","个"],["studio_active_rate","工作室活动率","%"],["studio_activities","工作室活动","次"],["studio_attendance","委员活动人次","人次"],["studio_active_members","参加活动委员","人"],["studio_presence","点名活动人次","人次"],["reception_days","接待日","次"],["studio_study","工作室学习培训","次"],["studio_preach","工作室政策宣讲","次"],["studio_consult","工作室协商议事","次"],["studio_research","工作室调研视察","次"],["studio_service","工作室服务活动","次"],["studio_people_served","接待群众","人次"],["studio_opinions","工作室收集意见","条"],["receptions","接待来访","件"],["receptions_answered","来访当场答复","件"],["receptions_closed","来访办结","件"],["studio_opinion_infos","工作室社情民意","篇"],["studio_proposals","工作室提案","件"],["studio_outputs","形成社情民意、提案","件"],["studio_members","入室委员","人"],["studio_joined","新入室委员","人"],["studio_left","退室委员","人"],["studio_cover_rate","入室率","%"],["members_total","委员总数","名"],["members_joined","新任委员","名"],["members_left","离任委员","名"],["members_revoked","撤销委员资格","名"],["linked_units","联系点","个"],["linked_members","有联系点的委员","人"],["linked_rate","联系点覆盖率","%"],["duty_attendance","委员履职","人次"],["duty_presence","点名履职","人次"],["own_1","走访场次","次"]],"parts":{"brand":{"adoption_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"attendance_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"border_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cadre_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"consensus":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"face_to_face_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"frontline_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"grassroots_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"livelihood_hall_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"mass_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_absent":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_leave":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings_reported":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"member_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"micro_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"negotiate_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"other_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"overdue_tasks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"party_head_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_used":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"research_trips":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"researched_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"satisfaction_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions_adopted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"task_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_open":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_rated":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_satisfied":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_opinion":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_proposal":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_told":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topic_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"grassroots":[0,1]}},"topics_held":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topics_planned":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"grassroots":1}},"townships_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"villages_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}}},"focus":{"adoption_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"attendance_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"border_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cadre_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"consensus":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"face_to_face_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"frontline_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"grassroots_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"livelihood_hall_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"mass_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_absent":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_leave":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings_reported":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"member_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"micro_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"negotiate_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"other_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"overdue_tasks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"party_head_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_used":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"research_trips":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"researched_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"satisfaction_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions_adopted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"task_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_open":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_rated":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_satisfied":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_opinion":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_proposal":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_told":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topic_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"none":[0,1]}},"topics_held":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topics_planned":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"none":1}},"townships_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"villages_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}}},"sector":{"border_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"contacts":{"current":{"agriculture":1},"last_year":{},"late":{},"occurred":{"agriculture":1},"ytd":{"agriculture":1}},"courtyard_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"duty_presence":{"current":{"agriculture":1},"last_year":{},"late":{},"occurred":{"agriculture":1},"ytd":{"agriculture":1}},"enterprise_visits":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"face_to_face_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"frontline_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"grassroots_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"linked_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"linked_rate":{"current":{"agriculture":[0,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"last_year":{"agriculture":[0,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"late":{},"occurred":{"agriculture":[0,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"ytd":{"agriculture":[0,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]}},"linked_units":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"livelihood_hall_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_absent":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_leave":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings_reported":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_joined":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_left":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_revoked":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_total":{"current":{"agriculture":2,"culture":1,"economy":2,"education":2,"industry":1,"medicine":1,"nonparty":1,"science":1,"women":1},"last_year":{"agriculture":2,"culture":1,"economy":2,"education":2,"industry":1,"medicine":1,"nonparty":1,"science":1,"women":1},"late":{},"occurred":{"agriculture":2,"culture":1,"economy":2,"education":2,"industry":1,"medicine":1,"nonparty":1,"science":1,"women":1},"ytd":{"agriculture":2,"culture":1,"economy":2,"education":2,"industry":1,"medicine":1,"nonparty":1,"science":1,"women":1}},"micro_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"negotiate_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"own_1":{"current":{"agriculture":1},"last_year":{},"late":{},"occurred":{"agriculture":1},"ytd":{"agriculture":1}},"party_head_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"reception_days":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_active_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_activities":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_consult":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_cover_rate":{"current":{"agriculture":[1,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"last_year":{"agriculture":[1,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"late":{},"occurred":{"agriculture":[1,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"ytd":{"agriculture":[1,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]}},"studio_joined":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_left":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_members":{"current":{"agriculture":1},"last_year":{"agriculture":1},"late":{},"occurred":{"agriculture":1},"ytd":{"agriculture":1}},"studio_preach":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_research":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_rooms":{"current":{"none":1},"last_year":{"none":1},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"studio_service":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_stations":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_study":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studios":{"current":{"none":1},"last_year":{"none":1},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"studios_opened":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_cover_rate":{"current":{"agriculture":[1,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"last_year":{"agriculture":[0,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"late":{},"occurred":{"agriculture":[1,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]},"ytd":{"agriculture":[1,2],"culture":[0,1],"economy":[0,2],"education":[0,2],"industry":[0,1],"medicine":[0,1],"nonparty":[0,1],"science":[0,1],"women":[0,1]}},"visit_members":{"current":{"agriculture":1},"last_year":{},"late":{},"occurred":{"agriculture":1},"ytd":{"agriculture":1}},"visit_presence":{"current":{"agriculture":1},"last_year":{},"late":{},"occurred":{"agriculture":1},"ytd":{"agriculture":1}},"visits":{"current":{"agriculture":1},"last_year":{},"late":{},"occurred":{"agriculture":1},"ytd":{"agriculture":1}}},"studio":{"deed_amount":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_households":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_people":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_open":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_revisited":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"duty_presence":{"current":{"8d4f030502774553b59de3c309e1f48f":1},"last_year":{},"late":{},"occurred":{"8d4f030502774553b59de3c309e1f48f":1},"ytd":{"8d4f030502774553b59de3c309e1f48f":1}},"led_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"led_projects":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_absent":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_leave":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"reception_days":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions_answered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_active_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_active_rate":{"current":{"8d4f030502774553b59de3c309e1f48f":[0,1]},"last_year":{"8d4f030502774553b59de3c309e1f48f":[0,1]},"late":{},"occurred":{"8d4f030502774553b59de3c309e1f48f":[0,1]},"ytd":{"8d4f030502774553b59de3c309e1f48f":[0,1]}},"studio_activities":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_consult":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_joined":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_left":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_members":{"current":{"8d4f030502774553b59de3c309e1f48f":1},"last_year":{"8d4f030502774553b59de3c309e1f48f":1},"late":{},"occurred":{"8d4f030502774553b59de3c309e1f48f":1},"ytd":{"8d4f030502774553b59de3c309e1f48f":1}},"studio_opinion_infos":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_opinions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_outputs":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_people_served":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_preach":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_proposals":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_research":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_rooms":{"current":{"8d4f030502774553b59de3c309e1f48f":1},"last_year":{"8d4f030502774553b59de3c309e1f48f":1},"late":{},"occurred":{"8d4f030502774553b59de3c309e1f48f":1},"ytd":{"8d4f030502774553b59de3c309e1f48f":1}},"studio_service":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_stations":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_study":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studios":{"current":{"8d4f030502774553b59de3c309e1f48f":1},"last_year":{"8d4f030502774553b59de3c309e1f48f":1},"late":{},"occurred":{"8d4f030502774553b59de3c309e1f48f":1},"ytd":{"8d4f030502774553b59de3c309e1f48f":1}},"studios_active":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studios_opened":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_members":{"current":{"8d4f030502774553b59de3c309e1f48f":1},"last_year":{},"late":{},"occurred":{"8d4f030502774553b59de3c309e1f48f":1},"ytd":{"8d4f030502774553b59de3c309e1f48f":1}},"visit_presence":{"current":{"8d4f030502774553b59de3c309e1f48f":1},"last_year":{},"late":{},"occurred":{"8d4f030502774553b59de3c309e1f48f":1},"ytd":{"8d4f030502774553b59de3c309e1f48f":1}}},"township":{"adoption_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"artworks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"attendance_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"border_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cadre_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_compiled":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_exchanged":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_exchanged_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_praised":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"consensus":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"contact_people":{"current":{"none":20},"last_year":{},"late":{},"occurred":{"none":20},"ytd":{"none":20}},"contacts":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"courtyard_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_amount":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_households":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_people":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_open":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_revisited":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demands":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demands_answered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demands_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"donations":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"duty_attendance":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"duty_presence":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"dynamic_info":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"enterprise_visits":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"experience_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"experts":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"face_to_face_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"frontline_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"grassroots_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"innovation_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"led_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"led_projects":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"linked_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"linked_rate":{"current":{"none":[0,12]},"last_year":{"none":[0,12]},"late":{},"occurred":{"none":[0,12]},"ytd":{"none":[0,12]}},"linked_units":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"livelihood_hall_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"mass_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_absent":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_leave":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings_reported":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"member_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_joined":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_left":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_revoked":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_total":{"current":{"none":12},"last_year":{"none":12},"late":{},"occurred":{"none":12},"ytd":{"none":12}},"micro_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"negotiate_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"other_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"outreach_count":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"overdue_tasks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"own_1":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"party_head_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"patients_served":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"people_served":{"current":{"none":20},"last_year":{},"late":{},"occurred":{"none":20},"ytd":{"none":20}},"platforms":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_enterprise":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_township":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_used":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_village":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problem_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_raised":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_solved":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_told":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"purchases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"quality_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"quality_promoted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"quality_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"reception_days":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions_answered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"research_trips":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"researched_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"satisfaction_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"students_aided":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_active_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_active_rate":{"current":{"9d9c1dc9c71e4e0995b49e00622a9a19":[0,1]},"last_year":{"9d9c1dc9c71e4e0995b49e00622a9a19":[0,1]},"late":{},"occurred":{"9d9c1dc9c71e4e0995b49e00622a9a19":[0,1]},"ytd":{"9d9c1dc9c71e4e0995b49e00622a9a19":[0,1]}},"studio_activities":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_consult":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_cover_rate":{"current":{"9d9c1dc9c71e4e0995b49e00622a9a19":[1,0],"none":[0,12]},"last_year":{"9d9c1dc9c71e4e0995b49e00622a9a19":[1,0],"none":[0,12]},"late":{},"occurred":{"9d9c1dc9c71e4e0995b49e00622a9a19":[1,0],"none":[0,12]},"ytd":{"9d9c1dc9c71e4e0995b49e00622a9a19":[1,0],"none":[0,12]}},"studio_joined":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_left":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_members":{"current":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"last_year":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"late":{},"occurred":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"ytd":{"9d9c1dc9c71e4e0995b49e00622a9a19":1}},"studio_opinion_infos":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_opinions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_outputs":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_people_served":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_preach":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_proposals":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_research":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_rooms":{"current":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"last_year":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"late":{},"occurred":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"ytd":{"9d9c1dc9c71e4e0995b49e00622a9a19":1}},"studio_service":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_stations":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_study":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studios":{"current":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"last_year":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"late":{},"occurred":{"9d9c1dc9c71e4e0995b49e00622a9a19":1},"ytd":{"9d9c1dc9c71e4e0995b49e00622a9a19":1}},"studios_active":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studios_opened":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions_adopted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"talks_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"task_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_open":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_rated":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_satisfied":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_opinion":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_proposal":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_told":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tech_talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topic_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"0c58750c9aa845db902df95cef2cda66":[0,1]}},"topics_held":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topics_planned":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"0c58750c9aa845db902df95cef2cda66":1}},"townships_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"typical_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"typical_promoted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"villages_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_attendance":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"visit_cover_rate":{"current":{"none":[1,12]},"last_year":{"none":[0,12]},"late":{},"occurred":{"none":[1,12]},"ytd":{"none":[1,12]}},"visit_members":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"visit_opinion_infos":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_presence":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}},"visit_proposals":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_townships":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_villages":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visits":{"current":{"none":1},"last_year":{},"late":{},"occurred":{"none":1},"ytd":{"none":1}}},"unit":{"adoption_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"articles_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"artworks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"attendance_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"border_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cadre_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_adopted_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_compiled":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_exchanged":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_exchanged_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_praised":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"cases_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"consensus":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"contact_people":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":20},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":20},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":20}},"contacts":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"courtyard_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"courtyard_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_amount":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_households":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deed_people":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_open":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"deeds_revisited":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demands":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demands_answered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demands_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_sites_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"demo_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"donations":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"duty_attendance":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"duty_presence":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"dynamic_info":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"enterprise_visits":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"experience_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"experts":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"face_to_face_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"frontline_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"grassroots_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"innovation_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_city":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_nation":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"instructions_province":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"led_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"led_projects":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"linked_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"linked_rate":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,12]},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,12]},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,12]},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,12]}},"linked_units":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"livelihood_hall_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"mass_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_absent":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_leave":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meeting_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"meetings_reported":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"member_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_joined":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_left":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_revoked":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"members_total":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":12},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":12},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":12},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":12}},"micro_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"negotiate_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"other_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"outreach_count":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"overdue_tasks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"own_1":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"party_head_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"patients_served":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"people_served":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":20},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":20},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":20}},"platforms":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_county":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_enterprise":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_township":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_used":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"platforms_village":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problem_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_raised":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_solved":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"problems_told":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"purchases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"quality_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"quality_promoted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"quality_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"reception_days":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions_answered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"receptions_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"research_trips":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"researched_meetings":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"satisfaction_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_studios":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"sector_talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"students_aided":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_active_members":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_active_rate":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,1]},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,1]},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,1]},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,1]}},"studio_activities":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_attendance":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_consult":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_cover_rate":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[1,12]},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[1,12]},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[1,12]},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[1,12]}},"studio_joined":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_left":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_members":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"studio_opinion_infos":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_opinions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_outputs":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_people_served":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_preach":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_presence":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_proposals":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_research":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_rooms":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"studio_service":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_stations":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studio_study":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studios":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"studios_active":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"studios_opened":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"suggestions_adopted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"talks_total":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"task_close_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_due_closed":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_open":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_rated":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_satisfied":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_opinion":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_to_proposal":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tasks_told":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"tech_talks":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topic_rate":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,1]}},"topics_held":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"topics_planned":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"townships_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"typical_cases":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"typical_promoted":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"villages_covered":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_attendance":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"visit_cover_rate":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[1,12]},"last_year":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[0,12]},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[1,12]},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":[1,12]}},"visit_members":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"visit_opinion_infos":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_presence":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}},"visit_proposals":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_townships":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visit_villages":{"current":{},"last_year":{},"late":{},"occurred":{},"ytd":{}},"visits":{"current":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"last_year":{},"late":{},"occurred":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1},"ytd":{"a5d5e68d8f8c4c4da20ad0db94b46d78":1}}}},"sent":{},"totals":{"adoption_rate":{"current":[0,0],"last_year":[0,0],"late":0,"occurred":[0,0],"ytd":[0,0]},"articles":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"articles_city":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"articles_county":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"articles_nation":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"articles_province":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"artworks":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"attendance_total":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"border_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cadre_attendance":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_adopted":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_adopted_city":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_adopted_nation":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_adopted_province":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_compiled":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_exchanged":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_exchanged_province":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_praised":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"cases_total":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"consensus":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"contact_people":{"current":20,"last_year":0,"late":0,"occurred":20,"ytd":20},"contacts":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"courtyard_attendance":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"courtyard_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"courtyard_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deed_amount":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deed_close_rate":{"current":[0,0],"last_year":[0,0],"late":0,"occurred":[0,0],"ytd":[0,0]},"deed_households":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deed_people":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deeds":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deeds_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deeds_due_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deeds_open":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"deeds_revisited":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demands":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demands_answered":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demands_total":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demo_sites":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demo_sites_city":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demo_sites_county":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demo_sites_province":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"demo_studios":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"donations":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"duty_attendance":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"duty_presence":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"dynamic_info":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"enterprise_visits":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"experience_cases":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"experts":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"face_to_face_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"frontline_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"grassroots_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"innovation_cases":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"instructions":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"instructions_city":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"instructions_county":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"instructions_nation":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"instructions_province":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"led_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"led_projects":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"linked_members":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"linked_rate":{"current":[0,12],"last_year":[0,12],"late":0,"occurred":[0,12],"ytd":[0,12]},"linked_units":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"livelihood_hall_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"mass_attendance":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"meeting_absent":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"meeting_leave":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"meeting_members":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"meeting_presence":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"meetings_reported":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"member_attendance":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"members_joined":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"members_left":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"members_revoked":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"members_total":{"current":12,"last_year":12,"late":0,"occurred":12,"ytd":12},"micro_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"negotiate_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"other_attendance":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"outreach_count":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"overdue_tasks":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"own_1":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"party_head_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"patients_served":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"people_served":{"current":20,"last_year":0,"late":0,"occurred":20,"ytd":20},"platforms":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"platforms_county":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"platforms_enterprise":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"platforms_township":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"platforms_used":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"platforms_village":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"problem_close_rate":{"current":[0,0],"last_year":[0,0],"late":0,"occurred":[0,0],"ytd":[0,0]},"problems_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"problems_due_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"problems_raised":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"problems_solved":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"problems_told":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"purchases":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"quality_cases":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"quality_promoted":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"quality_total":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"reception_days":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"receptions":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"receptions_answered":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"receptions_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"research_trips":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"researched_meetings":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"satisfaction_rate":{"current":[0,0],"last_year":[0,0],"late":0,"occurred":[0,0],"ytd":[0,0]},"sector_studios":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"sector_talks":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"students_aided":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_active_members":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_active_rate":{"current":[0,1],"last_year":[0,1],"late":0,"occurred":[0,1],"ytd":[0,1]},"studio_activities":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_attendance":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_consult":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_cover_rate":{"current":[1,12],"last_year":[1,12],"late":0,"occurred":[1,12],"ytd":[1,12]},"studio_joined":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_left":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_members":{"current":1,"last_year":1,"late":0,"occurred":1,"ytd":1},"studio_opinion_infos":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_opinions":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_outputs":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_people_served":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_preach":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_presence":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_proposals":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_research":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_rooms":{"current":1,"last_year":1,"late":0,"occurred":1,"ytd":1},"studio_service":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_stations":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studio_study":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studios":{"current":1,"last_year":1,"late":0,"occurred":1,"ytd":1},"studios_active":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"studios_opened":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"suggestions":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"suggestions_adopted":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"talks":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"talks_total":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"task_close_rate":{"current":[0,0],"last_year":[0,0],"late":0,"occurred":[0,0],"ytd":[0,0]},"tasks_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_due":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_due_closed":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_open":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_rated":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_satisfied":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_to_opinion":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_to_proposal":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tasks_told":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"tech_talks":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"topic_rate":{"current":[0,0],"last_year":[0,0],"late":0,"occurred":[0,0],"ytd":[0,1]},"topics_held":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"topics_planned":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":1},"townships_covered":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"typical_cases":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"typical_promoted":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"villages_covered":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"visit_attendance":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"visit_cover_rate":{"current":[1,12],"last_year":[0,12],"late":0,"occurred":[1,12],"ytd":[1,12]},"visit_members":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"visit_opinion_infos":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"visit_presence":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1},"visit_proposals":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"visit_townships":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"visit_villages":{"current":0,"last_year":0,"late":0,"occurred":0,"ytd":0},"visits":{"current":1,"last_year":0,"late":0,"occurred":1,"ytd":1}}}');
INSERT INTO "person" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "gender", "ethnicity", "born_on", "political_status", "education", "initials", "phone", "address", "id_number", "expertise") VALUES
(1, 'f7e0c13fb4274095b0d8e34a431a4a67', 1, 'RY-2026-0001', 'registered', 1, '93194b09dd9658b4beb3932f6e3bff5d4a8eef75e0b00a02007a51af83fd7987', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '陈志明', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(2, '59ab15f5ac394c9f9438c037b386d0df', 1, 'RY-2026-0002', 'registered', 1, '14b6b5b7acf6624a7f24f0ccbc85586121ee5565d67ade5be0ca154dacaa25ab', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '赵雅琴', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(3, 'e2984fa25f1c47c4b4970e4bcd281fca', 1, 'RY-2026-0003', 'registered', 1, '630805678cbf03d1b3824ca2ff02de12d946583488ebefad261d4d9db1b34819', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '马文军', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(4, '36e5959862bd4ebe9ab5ce3a9db6fe09', 1, 'RY-2026-0004', 'registered', 1, '73a1758784a86dba559d696f38737f5e0442ae169cf6099cc211a438249afc6f', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '张伟', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(5, 'c8910405378b452699e6607e5c038bcb', 1, 'RY-2026-0005', 'registered', 1, '73a1758784a86dba559d696f38737f5e0442ae169cf6099cc211a438249afc6f', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '张伟', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(6, '65d932dce78c483aa9554df92eeb471e', 1, 'RY-2026-0006', 'registered', 1, 'a2d089fda8588d3b92f4814a953a2218aebd72a0bdf0045a12104cc2111ba734', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '周文', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(7, '612db70ec3c041a9a112b03cbad0f180', 1, 'RY-2026-0007', 'registered', 1, '184ac2be0fc467e7eee67033d02bd34da6b685156be6a7c3863b219737019ee7', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '朱薇', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(8, '73ce9a19c9a64f2d877a897800c9bc43', 1, 'RY-2026-0008', 'registered', 1, '3de3633b118d4e0f2d9d2ea14ae3f151ea21ba0a62f6fc2cb33945953f196c17', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '郑武', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(9, 'a7fa4845802a4ec3bd428f1aa6a32295', 1, 'RY-2026-0009', 'registered', 1, 'aa4cfdf2ab4ea652c6b86c0dde7a042e0fbbedf602ad91bc83b1a34357d8c012', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '单小云', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(10, '83595c738eab46aa87da0c0bf80acf30', 1, 'RY-2026-0010', 'registered', 1, '0e484f503203d0303b046c1657b11e0890915cea2b09436df5451e0c11781fd6', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '李娜', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(11, '61ad504e62b94503b404c8d8950b59d6', 1, 'RY-2026-0011', 'registered', 1, 'b747129b416b670495101362b368d4314cfb33f239e84b619218d3c2d3548959', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '王强', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(12, '740bda7a8c3f419e8abef407a670fd84', 1, 'RY-2026-0012', 'registered', 1, 'ed60d0bce92776376b8942d2c8c5dd2ba6700b07c3e236a94acf9cb1bc4e4642', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '王强生', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(13, '7646ae671c0b45879aa6eefb9dbd4b1b', 1, 'RY-2026-0013', 'registered', 1, '8835f0f2e6db4d0c240960a8b843a001843964dd977b665a1029b8b40ee259fc', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '姓名0', 'male', 'han', '2026-10-05', 'cpc', 'junior', 'AAA', '13812345678', '欧阳来访', '530102198001011237', '专长0'),
(14, '55020e2f07c84ce0be190f1411fef00d', 1, 'RY-2026-0014', 'registered', 1, '7626369e8e26be1161abc82881acca9c57c5c0bc56e7bca2da9c0faa9e557d08', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '姓名1', 'female', 'yi', '2026-10-06', 'league', 'senior', 'BBB', '15987654321', '司徒来访', '11010519491231002X', '专长1');
INSERT INTO "term" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "started_on", "ended_on") VALUES
(1, 'cd8aba2a4b4c43bbb86172b4ff0767c8', 1, 'JC-2026-0001', 'registered', 1, 'c5ffc2e68842ddeb2356b5b4810c68081a92a48d0e7665b24c7b24e5e130c4fd', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '十届', '2016-08-01', '2021-05-31'),
(2, '1493b88fb3c54391a0d890f0a2ab98e5', 1, 'JC-2026-0002', 'registered', 1, '018d6c420a36381560a9b9b9cab53ec4d1439f167ea4cf4a6c7dc995ddc94000', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '十一届', '2021-06-01', NULL),
(3, '17182d6f1616412388623ca3726a88c2', 1, 'JC-2026-0003', 'registered', 1, '8589a16409d31b751af8db72c64d1f24376e850d78787e97778b01af883c22a0', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '届0', '2026-10-05', '2026-10-05'),
(4, '18a39a65616644cdb40ea853ea63d970', 1, 'JC-2026-0004', 'registered', 1, '2469653d6d47b5affab662a2f736b98105aa4f412112289d803be101ab81fd26', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '届1', '2026-10-06', '2026-10-06');
INSERT INTO "township" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "code", "position", "former_names", "started_on", "ended_on", "became_id", "contact", "phone") VALUES
(1, '0c58750c9aa845db902df95cef2cda66', 1, 'XZ-2026-0001', 'registered', 1, '9876689a9b720f7b09c91cadb553118d27d01f027246b2e44df38c81ac6c1580', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '永兴街道', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL),
(2, '9d9c1dc9c71e4e0995b49e00622a9a19', 1, 'XZ-2026-0002', 'registered', 1, 'b5c50094513147921b8528b7228dc5a9f1e7140e2151206bb92156c3be635368', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '青山镇', NULL, 2, NULL, NULL, NULL, NULL, NULL, NULL),
(3, 'cb51fdf45fdd469a954c750060eb9c03', 1, 'XZ-2026-0003', 'registered', 1, 'd907f296e17bda4c8aa7d0242608b77e89fb6b67e5dc31d03717c3f63a62c813', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '大河镇', NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL),
(4, '36922231551c45d0b21b8ed5cc7dd554', 1, 'XZ-2026-0004', 'registered', 1, '17638dc7945dacc93bdf6dbd95c2742b210ad07be6305bf16fd8763b68314a89', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称0', 'AAA', 3, '曾用名0', '2026-10-05', '2026-10-05', 1, '联络员0', '13812345678'),
(5, '4afc8127ff524fd5b413e259b8993ba6', 1, 'XZ-2026-0005', 'registered', 1, '9fc279bc9429c804732acf73002417d3ea1883e2d3795db3be135d41344dc030', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称1', 'BBB', 4, '曾用名1', '2026-10-06', '2026-10-06', 2, '联络员1', '15987654321');
INSERT INTO "unit_text" ("id", "remark") VALUES
(4, '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(5, '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "contribution" ("id", "submission_id", "part", "figure", "kind", "record_id", "day", "unit", "township", "studio", "sector", "brand", "focus", "item", "spread", "amount") VALUES
(1, 1, 'now', 'studios', 'studio', 1, '2023-03-01', 1, 2, 1, NULL, NULL, NULL, NULL, 0, 1),
(2, 1, 'now', 'studio_rooms', 'studio', 1, '2023-03-01', 1, 2, 1, NULL, NULL, NULL, NULL, 0, 1),
(3, 1, 'now', 'studio_members', 'studio', 1, '2023-03-01', 1, 2, 1, 'agriculture', NULL, NULL, 3, 0, 1),
(4, 1, 'now', 'members_total', 'membership', 1, '2021-06-01', 1, NULL, NULL, 'economy', NULL, NULL, 1, 0, 1),
(5, 1, 'now', 'members_total', 'membership', 2, '2021-06-01', 1, NULL, NULL, 'education', NULL, NULL, 2, 0, 1),
(6, 1, 'now', 'members_total', 'membership', 3, '2021-06-01', 1, NULL, NULL, 'agriculture', NULL, NULL, 3, 0, 1),
(7, 1, 'now', 'members_total', 'membership', 4, '2021-06-01', 1, NULL, NULL, 'industry', NULL, NULL, 4, 0, 1),
(8, 1, 'now', 'members_total', 'membership', 5, '2021-06-01', 1, NULL, NULL, 'agriculture', NULL, NULL, 5, 0, 1),
(9, 1, 'now', 'members_total', 'membership', 6, '2021-06-01', 1, NULL, NULL, 'medicine', NULL, NULL, 6, 0, 1),
(10, 1, 'now', 'members_total', 'membership', 7, '2021-06-01', 1, NULL, NULL, 'education', NULL, NULL, 7, 0, 1),
(11, 1, 'now', 'members_total', 'membership', 8, '2021-06-01', 1, NULL, NULL, 'nonparty', NULL, NULL, 8, 0, 1),
(12, 1, 'now', 'members_total', 'membership', 9, '2021-06-01', 1, NULL, NULL, 'women', NULL, NULL, 9, 0, 1),
(13, 1, 'now', 'members_total', 'membership', 10, '2021-06-01', 1, NULL, NULL, 'culture', NULL, NULL, 10, 0, 1),
(14, 1, 'now', 'members_total', 'membership', 11, '2021-06-01', 1, NULL, NULL, 'science', NULL, NULL, 11, 0, 1),
(15, 1, 'now', 'members_total', 'membership', 12, '2021-06-01', 1, NULL, NULL, 'economy', NULL, NULL, 12, 0, 1),
(16, 1, 'before', 'topics_planned', 'topic_plan', 1, '2026-02-10', 1, 1, NULL, NULL, 'grassroots', NULL, NULL, 0, 1),
(17, 1, 'period', 'visits', 'visit', 10, '2026-09-13', 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1),
(18, 1, 'period', 'visit_attendance', 'visit', 10, '2026-09-13', 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1),
(19, 1, 'period', 'outreach_count', 'visit', 10, '2026-09-13', 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1),
(20, 1, 'period', 'people_served', 'visit', 10, '2026-09-13', 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 20),
(21, 1, 'period', 'own_1', 'visit', 10, '2026-09-13', 1, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1),
(22, 1, 'period', 'visits', 'visit', 10, '2026-09-13', 1, NULL, NULL, 'agriculture', NULL, NULL, NULL, 1, 1),
(23, 1, 'period', 'own_1', 'visit', 10, '2026-09-13', 1, NULL, NULL, 'agriculture', NULL, NULL, NULL, 1, 1),
(24, 1, 'period', 'visit_members', 'visit', 10, '2026-09-13', 1, NULL, 1, 'agriculture', NULL, NULL, 3, 0, 1),
(25, 1, 'period', 'visit_presence', 'visit', 10, '2026-09-13', 1, NULL, 1, 'agriculture', NULL, NULL, NULL, 0, 1);
INSERT INTO "correction" ("id", "submission_id", "kind", "record", "at", "by", "reason", "effects") VALUES
(1, 1, 'visit', 'e649b30e1b014d5cb8bde32c52803527', '2026-10-28T14:03:00+00:00', '王秀兰', '数错了', '[{"period": "2026年9月", "figure": "服务群众", "unit": "人次", "before": "20", "after": "21"}]');
INSERT INTO "person_text" ("id", "honours", "remark") VALUES
(13, '荣誉，原来写的是第 0 种
第二段荣誉，原来写的是第 0 种
第二段荣誉，原来写的是第 0 种
第二段荣誉，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(14, '荣誉，原来写的是第 1 种
第二段荣誉，原来写的是第 1 种
第二段荣誉，原来写的是第 1 种
第二段荣誉，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "term_text" ("id", "remark") VALUES
(3, '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(4, '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "membership" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "person_id", "term_id", "sector", "posts", "employer", "committees", "levels", "township_id", "state", "started_on", "ended_on", "basis") VALUES
(1, '885c98caf044409eaae489dd23c7176f', 1, 'WY-2026-0001', 'registered', 1, '6f0e2c325d4c447b7f87d422b287dc7470e85d1585a192842d61a817f7ff1eee', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 1, 2, 'economy', '|member|', '县发展和改革局副局长', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(2, '20691b561c134ac4a4a3887ec5058717', 1, 'WY-2026-0002', 'registered', 1, 'af589e27f9c4f39046908bdfd8c2649bac83497c6ebad160ff08bd64b0471533', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 2, 2, 'education', '|member|', '县第二中学教师', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(3, 'e6efd96e53cc43219a3db847fb1b3c76', 1, 'WY-2026-0003', 'registered', 1, '91229f308e70697bed5f58e64b3dc3caeddcc0869a709bc3aa02835a3ef04666', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 3, 2, 'agriculture', '|member|', '某果业合作社理事长', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(4, '010b2f124c6a4743bf2cc90093459460', 1, 'WY-2026-0004', 'registered', 1, '410474bf7ea74df445dd70e9e552b58a528c192918b3ad39edff1720dfa91c91', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 4, 2, 'industry', '|member|', '县工商联副主席，某建材公司总经理', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(5, '62603cae4ea64f60a38f8e9bf1c3904d', 1, 'WY-2026-0005', 'registered', 1, 'e325a382efddc39d9b769a01a1d46cdf0512d7f7a215a9148f63f6f3aadfb5d4', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 5, 2, 'agriculture', '|member|', '大河镇农技站站长', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(6, '04e9c7dbc5ce46169667db5820001289', 1, 'WY-2026-0006', 'registered', 1, 'dc9d252071f8b3166b6d27980baf064dbec1ae2a0233227f586f9f051f025199', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 6, 2, 'medicine', '|member|', '县人民医院副院长', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(7, '96b9996916a344d88f3e22db0f586436', 1, 'WY-2026-0007', 'registered', 1, 'bedf20e82fc77943b603acbcbe75877f5ef21b6520677a70dfdb5a70d3755caf', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 7, 2, 'education', '|member|', '县第三小学教师', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(8, '90d06cac58784c4993a7d703155537c5', 1, 'WY-2026-0008', 'registered', 1, '264048b847775718e6203b8dcc0008e85e9fa2d40a1186a564accafd86362237', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 8, 2, 'nonparty', '|member|', '某律师事务所律师', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(9, '4d78fd06b25049d8847543c62517f2ff', 1, 'WY-2026-0009', 'registered', 1, '9ea6dd3e05e727b88e71c722ab38d3c3e233c7e04a9ff06d614e0ab21b83edbd', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 9, 2, 'women', '|member|', '县妇联副主席', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(10, 'eb904eb8ff7d4c708e537ad3424b0e2d', 1, 'WY-2026-0010', 'registered', 1, 'd3a0f11d4ce76e8e7c848c1cce681ff91251d8a1f4f3adc74e64aefcef8f2a28', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 10, 2, 'culture', '|member|', '县文化馆馆员', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(11, 'f9478cc9a6d54d3f90b2bf2289213393', 1, 'WY-2026-0011', 'registered', 1, '11f6cfc7db57340575daea6b9869cd439c3eb82982e7ecb4564a77c882f686b4', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 11, 2, 'science', '|member|', '县科协副主席', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(12, '774f26d72ab246048dbe221024ff7d3a', 1, 'WY-2026-0012', 'registered', 1, 'e4ede7a141b4e82f9b27c668fd5d6f13f91ab663e63ec201b631a578e54fa0c0', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 12, 2, 'economy', '|member|', '某物流公司经理', NULL, NULL, NULL, 'serving', '2021-06-01', NULL, NULL),
(13, '8cfeebd1b24b4c62beb61470540b32a8', 1, 'WY-2026-0013', 'registered', 1, '13261b5d2334f993fcaa85e07b82e05df81f7a0c675a59d385978ba9420fe6b2', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 1, 1, 'economy', NULL, NULL, NULL, NULL, NULL, 'expired', '2016-08-01', '2021-05-31', NULL),
(14, 'c9d1e93646634216b96550685f54e0a8', 1, 'WY-2026-0014', 'registered', 1, 'dfb5661d1ab7bd2a201c5cc22655bbe8a72d05964635330cc32e047a9e31638b', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 1, 1, 'cpc', '|chair|', '单位及职务0', '|proposal|', '|county|', 1, 'serving', '2026-10-05', '2026-10-05', '变动依据0'),
(15, '91ecef1b054d4434b6e5a4743d3ceb64', 1, 'WY-2026-0015', 'registered', 1, 'f3ba8cce65ad24ae83aad862b92c81c59b41121a05849cff192b9ee9bbbd9264', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 2, 2, 'rcckmt', '|chair|vice_chair|', '单位及职务1', '|proposal|economy|', '|county|city|', 2, 'adjusted', '2026-10-06', '2026-10-06', '变动依据1');
INSERT INTO "township_text" ("id", "remark") VALUES
(4, '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(5, '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "village" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "township_id", "sort", "code", "former_names", "started_on", "ended_on", "became_id") VALUES
(1, '3012e656cf434587972d1cfcc468353e', 1, 'CS-2026-0001', 'registered', 1, '018db6836c4859b26a26be376b68afc0e26e528672b551ed17be0ec6a971cc15', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '大树营社区', 1, NULL, NULL, NULL, NULL, NULL, NULL),
(2, '830c2c59996a4efea220dd7f810f1df1', 1, 'CS-2026-0002', 'registered', 1, 'cdd2339ddb2eeb3be3eaf7dded8f81673b6972f08074ceef2a80e775fffe892d', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '金桂社区', 1, NULL, NULL, NULL, NULL, NULL, NULL),
(3, 'a7fb9a943051475a8ff4760b53bd7491', 1, 'CS-2026-0003', 'registered', 1, '0717df83ec186d1a63230e9f1a2d689e93ce3c2b3479a77722dcda1a0a9aca94', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '东门社区', 1, NULL, NULL, NULL, NULL, NULL, NULL),
(4, '96c61d3003414a75b2f9dcd670142432', 1, 'CS-2026-0004', 'registered', 1, 'f8f59c31bc27ebb2b6fc4794527215338da5359d5fdc24c16121e0a7203f4d11', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '青山村', 2, NULL, NULL, NULL, NULL, NULL, NULL),
(5, '08e2117058d547949b0ddb7244eaaf40', 1, 'CS-2026-0005', 'registered', 1, '943ebd853da0f84ecaf250d010015882128d04c19c8a4750d9dedb64b75949b1', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '石桥村', 2, NULL, NULL, NULL, NULL, NULL, NULL),
(6, '1abfcdce20dc404f90be7a855cf6e3a8', 1, 'CS-2026-0006', 'registered', 1, 'c20606fa0a732dfee67647b6a0eeaa499bb493fc04db367a665998ac9d87a8ca', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '河口村', 3, NULL, NULL, NULL, NULL, NULL, NULL),
(7, '507078e6960344089a36a6c0efef50a3', 1, 'CS-2026-0007', 'registered', 1, '3da036957dc756daba5eea821c371e79278b4bdca2e2b4252ecca40d775e4244', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称0', 1, 'village', 'AAA', '曾用名0', '2026-10-05', '2026-10-05', 2),
(8, '449a8f5a421f45988ddcb4de5c6c80a4', 1, 'CS-2026-0008', 'registered', 1, 'ea041e6e30738be3967416c9ded46886485b5abc3c94ee4a955df8b29dcd74c4', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称1', 2, 'community', 'BBB', '曾用名1', '2026-10-06', '2026-10-06', 5);
INSERT INTO "activity" ("id", "type", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "happened_on", "ended_on", "level", "township_id", "village_id", "place", "committee", "counting_unit_id", "joint_units", "member_count", "mass_count", "cadre_count", "headcount", "headcount_typed") VALUES
(1, 'meeting', 'e30fcb04d2ea43ab9df92581c5e0f6f6', 1, 'XS-2026-0001', 'draft', 1, 'b45012564b67b6469ca3999292d3e5dcb38f1a8bcbb237a92b948d270b460ee7', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-05', '2026-10-05', 'county', 1, 2, '地点0', 'proposal', 1, '联合单位0', 2, 10, 3, 3, 3),
(2, 'visit', '9dcfc0a8526245bf82a6185ab0148a63', 1, 'ZF-2026-0001', 'draft', 1, 'a3c43bd8b593a91cdc40fc6d97ea8dbbdda26da9b8ad1e84d7c592ec42afc82c', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-05', '2026-10-05', 'county', 1, 2, '地点0', 'proposal', 1, '联合单位0', 2, 10, 3, 3, 3),
(3, 'studio_activity', '419e998519b44b649a4488c7b2e18919', 1, 'HD-2026-0001', 'draft', 1, '854ace550d1cd960f955cb5205abfa30dd7eb3c50bf4ef2b0185cae30e89f50d', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-05', '2026-10-05', 'county', 1, 2, '地点0', 'proposal', 1, '联合单位0', 2, 10, 3, 3, 3),
(4, 'meeting', 'b646d1af1cb14596b8b6aed77b2fe27e', 1, 'XS-2026-0002', 'draft', 1, '97e40c1f269dc92bab2b3b51e30210b30dd515a0769ea3abdf44047655c74eb5', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-05', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL),
(5, 'meeting', 'eee89bfc34024c8f913edb24ce1e06f5', 1, 'XS-2026-0003', 'draft', 1, '42364b282a1f41dfa7398121487fcf1bcd8d0e192ce09c84a1bc845c9f089116', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-06', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL),
(6, 'visit', '145903d6719c46e38d01250569d20c53', 1, 'ZF-2026-0002', 'draft', 1, '6a10726116def8eba91325c1524d62334600abd187737c5fa433c8411e56a1fb', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-05', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL),
(7, 'visit', '54ec96da4c094dfcab499db0a99d9db0', 1, 'ZF-2026-0003', 'draft', 1, '91780e8c5dea45bc2a2ebcd4e8d787f37dfa16fb483fe7a95b726e6f4697da40', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-06', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL),
(8, 'studio_activity', '8cc60c12dc43409f88a6d5fd94792073', 1, 'HD-2026-0002', 'draft', 1, '112c1a89084460297c72501eea64d4bd72a3acd7b387d34cd6637a9c8e3985dc', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-05', NULL, NULL, 2, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL),
(9, 'studio_activity', 'f1a0407fc78c416aa3c836290cbfa03f', 1, 'HD-2026-0003', 'draft', 1, '288d2408215f0d9cb1354dfabd0712fd52802e6d0eb881043722aeb2747b0102', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-06', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, NULL),
(10, 'visit', 'e649b30e1b014d5cb8bde32c52803527', 1, 'ZF-2026-0004', 'registered', 2, 'e52ac94bb0cf6fd61e8bd4560941ac41d67456eef0cd811d6a91e3291c58990d', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-09-13', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 0, 1, NULL),
(11, 'meeting', '65114fc1d58644cdbe926a3b7656da5c', 1, 'XS-2026-0004', 'draft', 2, 'c7075829f2e57deee53dd8487def9bbe1f4b4777ea20f18255d611583b3b5061', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '2026-10-06', '2026-10-06', 'township', 2, 5, '地点1', 'economy', 4, '联合单位1', 1, 11, 3, 4, 4),
(12, 'visit', 'f4263638947946fc85b5cf6aaa0f1d22', 1, 'ZF-2026-0005', 'draft', 2, '1c5f5fe70d6e539d0266ca4c1a30681a5678ea4b46bcf4769fe3301af01fdde0', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '2026-10-06', '2026-10-06', 'township', 2, 5, '地点1', 'economy', 4, '联合单位1', 1, 11, 3, 4, 4),
(13, 'studio_activity', '8bc7ef08e7584516a9edf8dc1746b473', 1, 'HD-2026-0004', 'draft', 1, '18a42b0da8a3198dceebb1b530161a399c33f390713a94d1c651fa42353b083e', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-06', '2026-10-06', 'township', 2, 5, '地点1', 'economy', 4, '联合单位1', 1, 11, 3, 4, 4);
INSERT INTO "membership_text" ("id", "remark") VALUES
(14, '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(15, '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "linked_unit" ("id", "uuid", "position", "parent_id", "name", "sort", "township_id", "started_on", "ended_on") VALUES
(1, 'af3b4c9a53c54c2b9dc6a20dc0a6124d', 0, 14, '单位0', 'village', 1, '2026-10-05', '2026-10-05'),
(2, '87545ce9f7a74d5b886550c4d2a744ea', 0, 15, '单位1', 'community', 2, '2026-10-06', '2026-10-06'),
(3, 'ec92b45f50fa4d7b9cf0f6fae22c955a', 1, 15, '单位1', 'community', 2, '2026-10-06', '2026-10-06');
INSERT INTO "village_text" ("id", "remark") VALUES
(7, '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(8, '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "platform" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "level", "setting", "township_id", "village_id", "address", "opened_on", "closed_on", "person", "premises", "demo", "demo_level", "named_on", "document_no") VALUES
(1, 'e06bb02f867c4e96ada254344f10e8ab', 1, 'PT-2026-0001', 'draft', 1, '0679dab8d007ca11fb8e71644dde4fc92bbdfba18e19750680e764549176e2aa', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(2, '41e3bcd2244d4278ab74c08f72f0e599', 1, 'PT-2026-0002', 'draft', 1, '5d583ec1e42fc2b69742739140f003d3fe0876bb302468ed13c19ded72951a41', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(3, 'c34630e5ca3d4a4a9c09776ec7313c42', 1, 'PT-2026-0003', 'registered', 1, '9ce722049e847e38b77686ad3dfaf9d541745de21cdc3ad6ad9d211061c3d28b', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称0', 'county', 'fixed', 1, 2, '地址0', '2026-10-05', '2026-10-05', '负责人0', '依托场所0', 1, 'county', '2026-10-05', '命名文号0'),
(4, '5a447659cebe452187fd17ba377fb1f3', 1, 'PT-2026-0004', 'registered', 1, '3a1869c9681dca98fa71195e50ed53a2ea15b2e1eb2e0b22582b0197ecba2826', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称1', 'township', 'mobile', 2, 5, '地址1', '2026-10-06', '2026-10-06', '负责人1', '依托场所1', 0, 'city', '2026-10-06', '命名文号1');
INSERT INTO "studio" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "sort", "opened_on", "closed_on", "township_id", "sector", "address", "phone", "committee", "lead_id", "theme", "reception_rule", "demo_level", "named_on", "state", "member_count", "standard") VALUES
(1, '8d4f030502774553b59de3c309e1f48f', 1, 'GZS-2026-0001', 'registered', 1, '93ac69ebd3aca2cb2a087555cd4e3e3a893aa380193e70998fef59a2f7eb9ce1', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '青山镇委员工作室', 'township', '2023-03-01', NULL, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'running', 1, NULL),
(2, 'dc809968ca48427e904b980db9599eed', 1, 'GZS-2026-0002', 'draft', 1, 'e44752fe7f181b3208d329d6354ff626b3d55c53117bb51d16e4359253862c65', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'running', 0, NULL),
(3, '1ca27e9890c64b17a80df7198e85a742', 1, 'GZS-2026-0003', 'draft', 1, 'e0708428c223168feeabab00398d8dd347b1ef14ba939156050581cc59cf6ac2', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'running', 0, NULL),
(4, 'fefcafe79b7b40bcbe1ea7130ea5f6c5', 1, 'GZS-2026-0004', 'registered', 1, 'a67b086456f44ec58e6b1841490510ecbabaaa61f3e1cf71e65fc65bb9f3be0d', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称0', 'station', '2026-10-05', '2026-10-05', 1, 'cpc', '地址0', '13812345678', 'proposal', 13, '特色主题0', '接待日规则0', 'county', '2026-10-05', 'running', 0, 'gansu_six'),
(5, 'fa1f04c8a7c94a9085f91276c7026422', 1, 'GZS-2026-0005', 'registered', 1, 'd97e9ecc23219bec978385b895ce114197020d3faa4372937554df68e81bd6de', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '名称1', 'township', '2026-10-06', '2026-10-06', 2, 'rcckmt', '地址1', '15987654321', 'economy', 2, '特色主题1', '接待日规则1', 'city', '2026-10-06', 'stopped', 0, 'shaoguan_six');
INSERT INTO "topic_plan" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "year", "name", "brand", "focus", "source", "level", "township_id", "village_id", "leader", "committee", "member_id", "planned_on", "state", "approved_on", "document_no") VALUES
(1, '552b0a5af26442c3ad64c1d348ea94fe', 1, 'YT-2026-0001', 'registered', 1, '7df8611d75b04028b28e3f0269d2e1e6b836f58c728bc82cec16793a79223430', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 2026, '电动车集中充电与消防安全', 'grassroots', NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, 'approved', '2026-02-10', NULL),
(2, '0c92b1987d294c17a52d5526b5c2240a', 1, 'YT-2026-0002', 'draft', 1, '2101bbbf02fb585cc52a1502699c7211acec6237f5ea321e3624f825424db377', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 2025, '议题名称0', 'grassroots', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'approved', NULL, NULL),
(3, '4bdcae7e0aeb4b3f97693926234341f0', 1, 'YT-2026-0003', 'draft', 1, 'e26348f6502cfaa1a3ba4e2b52846c3b065dd03a80bcdc820f44db1e43562dcd', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 2026, '议题名称1', 'grassroots', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'approved', NULL, NULL),
(4, '684238ea31a04d91b35b297f986389dd', 1, 'YT-2026-0004', 'registered', 1, 'e0499bb1921181f91de4691f10efb1cf574d268337c326ea73f2e242f69e2761', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 2025, '议题名称0', 'grassroots', 'law', 'party', 'county', 1, 2, '牵头领导0', 'proposal', 13, '2026-10-05', 'collected', '2026-10-05', '审批文号0'),
(5, '12876248b55841c19649894019203e27', 1, 'YT-2026-0005', 'registered', 1, '7c38bf017debcc3f5d4424d3cfcc48ae3cf44652226eb49bf3533884e25612db', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 2026, '议题名称1', 'courtyard', 'customs', 'members', 'township', 2, 5, '牵头领导1', 'economy', 2, '2026-10-06', 'approved', '2026-10-06', '审批文号1');
INSERT INTO "adjustment" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "figure", "happened_on", "since", "amount", "use", "basis", "made_by", "township_id", "studio_id", "sector", "brand", "focus") VALUES
(1, '1d85ef352197448da0cb2c10de390e4f', 1, 'TZ-2026-0001', 'registered', 1, '2f605f06ca0524971ac1427550e812699a527469a190c61d573d222b624d7bc8', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 'topics_planned', '2026-10-05', '2026-10-05', 3, 'opening', '依据0', '经手人0', 1, 1, 'cpc', 'grassroots', 'law'),
(2, 'd022ed22f57c49bf955ff67979f01185', 1, 'TZ-2026-0002', 'registered', 1, 'a28b04d0a64fdfed390df17ce402f953a915fc5666c84c5566d427e751a1599b', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, 'topics_held', '2026-10-06', '2026-10-06', 4, 'manual', '依据1', '经手人1', 2, 4, 'rcckmt', 'courtyard', 'customs');
INSERT INTO "attendance" ("id", "uuid", "activity_id", "membership_id", "person_id", "role", "status", "sector", "township_id", "studio_id", "position") VALUES
(1, '702de19901a144e1962080e9ad2605a2', 1, 13, 1, 'member', 'present', 'economy', NULL, NULL, 0),
(2, '66ea57a6e1844661b34b3ac2d72d34be', 1, 2, 2, 'member', 'present', 'education', NULL, NULL, 1),
(3, '73c3bb4add5c40ea9fd17de1271a313b', 2, 13, 1, 'member', 'present', 'economy', NULL, NULL, 0),
(4, '9fd9823f52f740b9afcad17c278f98e0', 2, 2, 2, 'member', 'present', 'education', NULL, NULL, 1),
(5, '31df395e4d804c00a703813e795d0efd', 3, 13, 1, 'member', 'present', 'economy', NULL, NULL, 0),
(6, '8e165f30655f4addb3fa662ee3a79c9d', 3, 2, 2, 'member', 'present', 'education', NULL, NULL, 1),
(7, '29bdaf3512934e24acfc83ee148bbaa6', 10, 3, 3, 'member', 'present', 'agriculture', NULL, 1, 0),
(8, 'b29edb318b244ca7b1c5da78560b1001', 11, 14, 1, 'member', 'leave', 'cpc', 1, NULL, 0),
(9, 'ebc015dbfb1746a08ce10c9f09145228', 11, 3, 3, 'member', 'present', 'agriculture', NULL, 1, 1),
(10, '7be55233525d45dc86f05d46bffe606d', 12, 14, 1, 'member', 'leave', 'cpc', 1, NULL, 0),
(11, '509174b8c3ec47d3bebd12f04a4b8163', 12, 3, 3, 'member', 'present', 'agriculture', NULL, 1, 1),
(12, '969d50be07e54c979967e3f2feaedd7a', 13, 14, 1, 'member', 'leave', 'cpc', 1, NULL, 0),
(13, '01513c593eae44799066ebd61e429944', 13, 3, 3, 'member', 'present', 'agriculture', NULL, 1, 1);
INSERT INTO "head_count" ("id", "activity_id", "role", "number") VALUES
(1, 1, 'masses', 10),
(2, 1, 'leaders', 3),
(3, 2, 'masses', 10),
(4, 2, 'leaders', 3),
(5, 3, 'masses', 10),
(6, 3, 'leaders', 3),
(7, 11, 'masses', 11),
(8, 11, 'cadres', 3),
(9, 12, 'masses', 11),
(10, 12, 'cadres', 3),
(11, 13, 'masses', 11),
(12, 13, 'cadres', 3);
INSERT INTO "meeting" ("id", "topic", "plan_id", "brand", "focus", "other_brands", "began_at", "finished_at", "form", "setting", "platform_id", "host", "recorder", "lead_unit", "assist_units", "party_head", "opinion_count", "consensus_count", "closed_count", "reported_on", "case_made") VALUES
(1, '会议议题0', 1, 'grassroots', 'law', '|grassroots|', '09:30', '09:30', 'meeting', 'fixed', 1, '主持人0', '记录人0', '牵头单位0', '协办单位0', 1, 1, 1, 0, '2026-10-05', 'dynamic'),
(4, '会议议题0', NULL, 'grassroots', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(5, '会议议题1', NULL, 'grassroots', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(11, '会议议题1', 4, 'courtyard', 'customs', '|grassroots|courtyard|', '10:30', '10:30', 'site', 'mobile', 2, '主持人1', '记录人1', '牵头单位1', '协办单位1', 0, 2, 2, 0, '2026-10-06', 'typical');
INSERT INTO "platform_text" ("id", "remark") VALUES
(3, '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(4, '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "studio_text" ("id", "plan", "remark") VALUES
(4, '年度计划，原来写的是第 0 种
第二段年度计划，原来写的是第 0 种
第二段年度计划，原来写的是第 0 种
第二段年度计划，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(5, '年度计划，原来写的是第 1 种
第二段年度计划，原来写的是第 1 种
第二段年度计划，原来写的是第 1 种
第二段年度计划，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "studio_member" ("id", "uuid", "position", "parent_id", "member_id", "joined_on", "left_on") VALUES
(1, '1b66dc591870452a93f7a4bfc906bdbc', 0, 1, 3, '2023-03-01', NULL),
(2, '136e80250f044b019903f5ba1bcd6a4f', 0, 4, 13, '2026-10-05', '2026-10-05'),
(3, 'b049b2145be84e47b0097d784173ecf4', 0, 5, 2, '2026-10-06', '2026-10-06'),
(4, '17230d47cb274cf38aac054067ad4c59', 1, 5, 2, '2026-10-06', '2026-10-06');
INSERT INTO "checklist_item" ("id", "uuid", "position", "parent_id", "item", "met", "checked_on", "note") VALUES
(1, '994755d53ffd4e898b3ca0ced493ec93', 0, 4, 'gansu_1', 1, '2026-10-05', '说明0'),
(2, '9e5a39c33cec4d8cb194cea64eac6747', 0, 5, 'gansu_2', 0, '2026-10-06', '说明1'),
(3, '480133bafb5a4b12b6fb75103e841d42', 1, 5, 'gansu_2', 0, '2026-10-06', '说明1');
INSERT INTO "visit" ("id", "name", "campaign", "host", "linked_kind", "ways", "audience", "recorder", "outreach_count", "outreach_count_typed", "people_served", "people_served_typed", "experts", "demands", "answered", "donation", "talks", "tech_talks", "students", "patients", "artworks", "purchases", "opinion_infos", "proposals") VALUES
(2, '活动名称0', 'thousand', '走访单位0', 'village', '|visit|', '|sector|', '记录人0', 3, 3, 3, 3, 3, 3, 3, 1250, 3, 3, 3, 3, 3, 1250, 3, 3),
(6, '活动名称0', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(7, '活动名称1', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(10, '走访果农', NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, 21, 21, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(12, '活动名称1', 'sector_masses', '走访单位1', 'community', '|visit|consult|', '|sector|new_class|', '记录人1', 4, 4, 4, 4, 4, 4, 4, 1350, 4, 4, 4, 4, 4, 1350, 4, 4);
INSERT INTO "studio_activity" ("id", "topic", "studio_id", "activity_type", "convener", "recorder", "people_served", "people_served_typed", "opinion_count", "opinion_count_typed", "opinion_infos", "proposals") VALUES
(3, '活动主题0', 1, 'study', '召集人0', '记录人0', 3, 3, 3, 3, 3, 3),
(8, '活动主题0', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(9, '活动主题1', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(13, '活动主题1', 4, 'reception', '召集人1', '记录人1', 4, 4, 4, 4, 4, 4);
INSERT INTO "topic_plan_text" ("id", "reason", "remark") VALUES
(4, '选题理由，原来写的是第 0 种
第二段选题理由，原来写的是第 0 种
第二段选题理由，原来写的是第 0 种
第二段选题理由，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(5, '选题理由，原来写的是第 1 种
第二段选题理由，原来写的是第 1 种
第二段选题理由，原来写的是第 1 种
第二段选题理由，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "zero_report" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "month", "township_id", "studio_id", "committee", "subject", "reported_by") VALUES
(1, '53a323954dcf4e94ac047199a96b58c8', 1, 'LBG-2026-0001', 'draft', 1, '6fa5aa712cc55a37e5b6c049d6e1dc878f9aa1269eb4a6a0d6a8cf20a2fbe153', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '2026-10-05', 1, 1, 'proposal', '永兴街道', '报告人0'),
(2, '509fc7d58d85413583a93caf20930321', 1, 'LBG-2026-0002', 'draft', 2, 'bd18c9b013834bb61f855697a369ffd14dcadf4515c7cfcc34acd84cd9792b74', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '2026-10-06', 2, 4, 'economy', '青山镇', '报告人1');
INSERT INTO "adjustment_text" ("id", "reason", "remark") VALUES
(1, '原因，原来写的是第 0 种
第二段原因，原来写的是第 0 种
第二段原因，原来写的是第 0 种
第二段原因，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(2, '原因，原来写的是第 1 种
第二段原因，原来写的是第 1 种
第二段原因，原来写的是第 1 种
第二段原因，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "case_info" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "sort", "reported_on", "author", "meeting_id", "township_id", "sent_to", "adopted", "adopted_on", "exchanged_on", "exchange_level", "media", "media_level", "published_on", "link") VALUES
(1, 'ce4ee64d088c4c1b8da7635eadc6da0d', 1, 'AL-2026-0001', 'registered', 1, '1162cee74a52b9ca96df1145c997613dd8823d585ab43498036a05e2c405d2a6', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '标题0', 'dynamic', '2026-10-05', '作者0', 4, 1, 'city', 'none', '2026-10-05', '2026-10-05', 'county', '刊发媒体0', 'county', '2026-10-05', '链接0'),
(2, 'd38321001fe44a4aa7377bd0676eeac0', 1, 'AL-2026-0002', 'registered', 1, '7008185147f7bf61f2db3db91b9a172d7ac6ac75a10576de3e82b20536d812d3', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '标题1', 'typical', '2026-10-06', '作者1', 11, 2, 'province', 'city', '2026-10-06', '2026-10-06', 'city', '刊发媒体1', 'city', '2026-10-06', '链接1');
INSERT INTO "livelihood_deed" ("id", "uuid", "unit_id", "number", "status", "revision", "content_hash", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "name", "happened_on", "category", "source", "meeting_id", "visit_id", "activity_id", "studio_id", "township_id", "member_id", "leader", "led_project", "people", "households", "department", "amount", "deadline", "state", "closed_on", "revisited_on", "satisfaction") VALUES
(1, '3de98e501af74da3a583e2fadb2e6565', 1, 'BSS-2026-0001', 'draft', 1, '59f40efbedbeb5f637bc50585a0295e0911426c0dc04b861437b424f3976585f', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '事项名称0', '2026-10-05', 'education', 'visit', 4, 6, 8, 1, 1, 13, '领办领导0', 1, 3, 3, '责任部门0', 1250, '2026-10-05', 'registered', '2026-10-05', '2026-10-05', 'satisfied'),
(2, '7b65dec69f144d91bb2d0810f9412d57', 1, 'BSS-2026-0002', 'draft', 1, 'ef078338136e065dda56c4795efaa2fcfd9e30ff4042c5ccc7623e94ab4da388', '2026-10-28T14:03:00+00:00', '王秀兰', '2026-10-28T14:03:00+00:00', '王秀兰', NULL, '事项名称1', '2026-10-06', 'employment', 'meeting', 11, 12, 13, 4, 2, 2, '领办领导1', 0, 4, 4, '责任部门1', 1350, '2026-10-06', 'assigned', '2026-10-06', '2026-10-06', 'mostly');
INSERT INTO "meeting_text" ("id", "background", "dissent", "remark") VALUES
(1, '情况介绍，原来写的是第 0 种
第二段情况介绍，原来写的是第 0 种
第二段情况介绍，原来写的是第 0 种
第二段情况介绍，原来写的是第 0 种
第二段', '分歧和未决，原来写的是第 0 种
第二段分歧和未决，原来写的是第 0 种
第二段分歧和未决，原来写的是第 0 种
第二段分歧和未决，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(11, '情况介绍，原来写的是第 1 种
第二段情况介绍，原来写的是第 1 种
第二段情况介绍，原来写的是第 1 种
第二段情况介绍，原来写的是第 1 种
第二段', '分歧和未决，原来写的是第 1 种
第二段分歧和未决，原来写的是第 1 种
第二段分歧和未决，原来写的是第 1 种
第二段分歧和未决，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "research_trip" ("id", "uuid", "position", "parent_id", "on", "way", "people", "findings") VALUES
(1, '522f8a8ac8fd4695a23bbab3d0d9380e', 0, 1, '2026-10-05', 'visit', '参加人0', '发现的问题，原来写的是第 0 种
第二段发现的问题，原来写的是第 0 种
第二段发现的问题，原来写的是第 0 种
第二段发现的问题，原来写的是第 0 种
第二段'),
(2, 'b8b8beef654b45ef995e1c809c24e7d1', 0, 11, '2026-10-06', 'site', '参加人1', '发现的问题，原来写的是第 1 种
第二段发现的问题，原来写的是第 1 种
第二段发现的问题，原来写的是第 1 种
第二段发现的问题，原来写的是第 1 种
第二段'),
(3, 'd040c9598a8a4f24af4bfa725f2ecc33', 1, 11, '2026-10-06', 'site', '参加人1', '发现的问题，原来写的是第 1 种
第二段发现的问题，原来写的是第 1 种
第二段发现的问题，原来写的是第 1 种
第二段发现的问题，原来写的是第 1 种
第二段');
INSERT INTO "speech" ("id", "uuid", "position", "parent_id", "speaker", "identity", "points") VALUES
(1, '31bc6bae69ee4bf48082105723c0cdef', 0, 1, '发言人0', '身份0', '要点，原来写的是第 0 种
第二段要点，原来写的是第 0 种
第二段要点，原来写的是第 0 种
第二段要点，原来写的是第 0 种
第二段'),
(2, 'bb72f7ab662f486e82de7594a67a5de2', 0, 11, '发言人1', '身份1', '要点，原来写的是第 1 种
第二段要点，原来写的是第 1 种
第二段要点，原来写的是第 1 种
第二段要点，原来写的是第 1 种
第二段'),
(3, '38ea71aaee0540c6a8799900b10ec280', 1, 11, '发言人1', '身份1', '要点，原来写的是第 1 种
第二段要点，原来写的是第 1 种
第二段要点，原来写的是第 1 种
第二段要点，原来写的是第 1 种
第二段');
INSERT INTO "opinion" ("id", "uuid", "position", "parent_id", "text", "raised_by", "adopted") VALUES
(1, 'd3516912d47d4a659b11920780cf2767', 0, 1, '意见建议，原来写的是第 0 种
第二段意见建议，原来写的是第 0 种
第二段意见建议，原来写的是第 0 种
第二段意见建议，原来写的是第 0 种
第二段', '提出人0', 'adopted'),
(2, '55aa03b73fc848d4a945ab0202951c57', 0, 11, '意见建议，原来写的是第 1 种
第二段意见建议，原来写的是第 1 种
第二段意见建议，原来写的是第 1 种
第二段意见建议，原来写的是第 1 种
第二段', '提出人1', 'partly'),
(3, '081bdb9de7da40049b43127a9282dc37', 1, 11, '意见建议，原来写的是第 1 种
第二段意见建议，原来写的是第 1 种
第二段意见建议，原来写的是第 1 种
第二段意见建议，原来写的是第 1 种
第二段', '提出人1', 'partly');
INSERT INTO "consensus_item" ("id", "uuid", "position", "parent_id", "text") VALUES
(1, '824960eabd03450d81a256746c18e1fd', 0, 1, '共识事项，原来写的是第 0 种
第二段共识事项，原来写的是第 0 种
第二段共识事项，原来写的是第 0 种
第二段共识事项，原来写的是第 0 种
第二段'),
(2, 'ca188f4ede9a400485f98aae8e23bccc', 0, 11, '共识事项，原来写的是第 1 种
第二段共识事项，原来写的是第 1 种
第二段共识事项，原来写的是第 1 种
第二段共识事项，原来写的是第 1 种
第二段'),
(3, '17e03a80189949deba4db9c36d1588ec', 1, 11, '共识事项，原来写的是第 1 种
第二段共识事项，原来写的是第 1 种
第二段共识事项，原来写的是第 1 种
第二段共识事项，原来写的是第 1 种
第二段');
INSERT INTO "instruction" ("id", "uuid", "position", "parent_id", "leader", "level", "given_on", "text") VALUES
(1, '9517a6eb25734643b9cf491fe3333235', 0, 1, '批示领导0', 'county', '2026-10-05', '批示内容，原来写的是第 0 种
第二段批示内容，原来写的是第 0 种
第二段批示内容，原来写的是第 0 种
第二段批示内容，原来写的是第 0 种
第二段'),
(2, '588fcce4eb1a49af990aa64ee3d7a8b3', 0, 11, '批示领导1', 'city', '2026-10-06', '批示内容，原来写的是第 1 种
第二段批示内容，原来写的是第 1 种
第二段批示内容，原来写的是第 1 种
第二段批示内容，原来写的是第 1 种
第二段'),
(3, '53057f48fd3047a48564e7f186c903ea', 1, 11, '批示领导1', 'city', '2026-10-06', '批示内容，原来写的是第 1 种
第二段批示内容，原来写的是第 1 种
第二段批示内容，原来写的是第 1 种
第二段批示内容，原来写的是第 1 种
第二段');
INSERT INTO "visit_text" ("id", "content", "outcome", "remark") VALUES
(2, '走访内容，原来写的是第 0 种
第二段走访内容，原来写的是第 0 种
第二段走访内容，原来写的是第 0 种
第二段走访内容，原来写的是第 0 种
第二段', '办理结果，原来写的是第 0 种
第二段办理结果，原来写的是第 0 种
第二段办理结果，原来写的是第 0 种
第二段办理结果，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(12, '走访内容，原来写的是第 1 种
第二段走访内容，原来写的是第 1 种
第二段走访内容，原来写的是第 1 种
第二段走访内容，原来写的是第 1 种
第二段', '办理结果，原来写的是第 1 种
第二段办理结果，原来写的是第 1 种
第二段办理结果，原来写的是第 1 种
第二段办理结果，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "raised_problem" ("id", "uuid", "position", "parent_id", "text", "sort", "answered", "handed_to", "deadline", "closed_on", "result", "told_on") VALUES
(1, 'd1973b53a98841aebde4db591cc83cad', 0, 2, '反映问题，原来写的是第 0 种
第二段反映问题，原来写的是第 0 种
第二段反映问题，原来写的是第 0 种
第二段反映问题，原来写的是第 0 种
第二段', 'education', 1, '转办单位0', '2026-10-05', '2026-10-05', '处理结果0', '2026-10-05'),
(2, '7954b7153ab4496da63a1fc91d6248e3', 0, 12, '反映问题，原来写的是第 1 种
第二段反映问题，原来写的是第 1 种
第二段反映问题，原来写的是第 1 种
第二段反映问题，原来写的是第 1 种
第二段', 'employment', 0, '转办单位1', '2026-10-06', '2026-10-06', '处理结果1', '2026-10-06'),
(3, '786f91a30a1e4d81a2fb8f99330fc2af', 1, 12, '反映问题，原来写的是第 1 种
第二段反映问题，原来写的是第 1 种
第二段反映问题，原来写的是第 1 种
第二段反映问题，原来写的是第 1 种
第二段', 'employment', 0, '转办单位1', '2026-10-06', '2026-10-06', '处理结果1', '2026-10-06');
INSERT INTO "studio_activity_text" ("id", "summary", "outcome", "remark") VALUES
(3, '活动内容，原来写的是第 0 种
第二段活动内容，原来写的是第 0 种
第二段活动内容，原来写的是第 0 种
第二段活动内容，原来写的是第 0 种
第二段', '活动成效，原来写的是第 0 种
第二段活动成效，原来写的是第 0 种
第二段活动成效，原来写的是第 0 种
第二段活动成效，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(13, '活动内容，原来写的是第 1 种
第二段活动内容，原来写的是第 1 种
第二段活动内容，原来写的是第 1 种
第二段活动内容，原来写的是第 1 种
第二段', '活动成效，原来写的是第 1 种
第二段活动成效，原来写的是第 1 种
第二段活动成效，原来写的是第 1 种
第二段活动成效，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "reception" ("id", "uuid", "position", "parent_id", "visitor", "phone", "matter", "sort", "answered", "handed_to", "deadline", "closed_on", "result", "told_on") VALUES
(1, '8c134a5968504e40b727014476ffc8df', 0, 3, '欧阳来访', '13812345678', '反映事项，原来写的是第 0 种
第二段反映事项，原来写的是第 0 种
第二段反映事项，原来写的是第 0 种
第二段反映事项，原来写的是第 0 种
第二段', 'education', 1, '转办单位0', '2026-10-05', '2026-10-05', '结果0', '2026-10-05'),
(2, '6d625d4da1684863ba9ff95e8265d7a5', 0, 13, '司徒来访', '15987654321', '反映事项，原来写的是第 1 种
第二段反映事项，原来写的是第 1 种
第二段反映事项，原来写的是第 1 种
第二段反映事项，原来写的是第 1 种
第二段', 'employment', 0, '转办单位1', '2026-10-06', '2026-10-06', '结果1', '2026-10-06'),
(3, 'b8b41cf88c0e4d5aac8e650ce310dddb', 1, 13, '司徒来访', '15987654321', '反映事项，原来写的是第 1 种
第二段反映事项，原来写的是第 1 种
第二段反映事项，原来写的是第 1 种
第二段反映事项，原来写的是第 1 种
第二段', 'employment', 0, '转办单位1', '2026-10-06', '2026-10-06', '结果1', '2026-10-06');
INSERT INTO "zero_report_text" ("id", "remark") VALUES
(1, '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(2, '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "case_info_text" ("id", "content", "remark") VALUES
(1, '正文，原来写的是第 0 种
第二段正文，原来写的是第 0 种
第二段正文，原来写的是第 0 种
第二段正文，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(2, '正文，原来写的是第 1 种
第二段正文，原来写的是第 1 种
第二段正文，原来写的是第 1 种
第二段正文，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "promotion" ("id", "uuid", "position", "parent_id", "sort", "on", "basis") VALUES
(1, '119b073da1d54b7b89030e1a3117ad84', 0, 1, 'dynamic', '2026-10-05', '依据0'),
(2, '943dbf4f92414d80aca7822b9f2c2eb9', 0, 2, 'typical', '2026-10-06', '依据1'),
(3, '01dcb26dabdc40c3b129ee74da2de31b', 1, 2, 'typical', '2026-10-06', '依据1');
INSERT INTO "livelihood_deed_text" ("id", "content", "remark") VALUES
(1, '办理情况，原来写的是第 0 种
第二段办理情况，原来写的是第 0 种
第二段办理情况，原来写的是第 0 种
第二段办理情况，原来写的是第 0 种
第二段', '备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段备注，原来写的是第 0 种
第二段'),
(2, '办理情况，原来写的是第 1 种
第二段办理情况，原来写的是第 1 种
第二段办理情况，原来写的是第 1 种
第二段办理情况，原来写的是第 1 种
第二段', '备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段备注，原来写的是第 1 种
第二段');
INSERT INTO "task" ("id", "uuid", "position", "parent_id", "unit", "deadline", "adoption", "state", "closed_on", "told_on", "satisfaction", "assist_units", "destination") VALUES
(1, '23e1a129e6ee46cb9f5de77d5a60b47f', 0, 1, '责任单位0', '2026-10-05', 'adopted', 'open', '2026-10-05', '2026-10-05', 'satisfied', '协办单位0', 'opinion'),
(2, '7ccc59a84b1b4f36a78ff1f92479a64b', 0, 2, '责任单位1', '2026-10-06', 'partly', 'working', '2026-10-06', '2026-10-06', 'mostly', '协办单位1', 'proposal'),
(3, 'd4ca64863ff0430f8965255329626b51', 0, 3, '责任单位1', '2026-10-06', 'partly', 'working', '2026-10-06', '2026-10-06', 'mostly', '协办单位1', 'proposal');
INSERT INTO "progress" ("id", "uuid", "position", "parent_id", "on", "text") VALUES
(1, 'cba690b378d24d1d868b5109d02cc498', 0, 1, '2026-10-05', '进度0'),
(2, 'd2c72360a6594379b631646fcd67592c', 0, 2, '2026-10-06', '进度1'),
(3, '9a1ea17f39fa477ba935d15a94e1de24', 1, 2, '2026-10-06', '进度1'),
(4, 'e93419054e09469eabbf1a5ad3d34d2b', 0, 3, '2026-10-06', '进度1'),
(5, '6c2cb5c240c847f8b54b3a0e89f519bf', 1, 3, '2026-10-06', '进度1');
DELETE FROM "search_data";
INSERT INTO "search_data" ("id", "block") VALUES
(1, X'58823EA3272A834558'),
(10, X'00000000FF000001020D5D00090101015050000001020101515100000103010152520000010401015353000001050101545400000106010155550000010701015656000001080101575700000109010158580101010004100102011F00001E120102202F000010130103303F000010140103404F00000D'),
(137438953473, X'000003A7033030303808010109030201323806010106020135380601010B010331C2B6381C0401011D1111110F0F0F0F0103040102323038060101050201363806010107010335C2B6380601010C010336C2B638060101080102633138060103030102677A3806010102010A6B696E6473747564696F380601040201026D633806010302010373C2B6380601010401027A7338060101030106E4BA8CE6AEB538140101201111110F0F0F0F0106E58699E79A8438140101191111110F0F0F0F02048892C2B6380C01011611111102058E9FE69DA538140101171111110F0F0F0F0205908DE7A7B03802020205A487E6B3A8380C01014F0F0F0F0205B1B1E99587380601010E0205B9B4E5BAA6380C0101131111110205BAA6E8AEA1380C0101141111110106E698AFE7ACAC381401011B1111110F0F0F0F02059DA5E5869938140101181111110F0F0F0F0204AEB5C2B6380801014E360403E5A487380A01015B0F0F0502B9B4380A01012111110204B3A8C2B6380C0101500F0F0F0105E790B4C2B6380601011202059A84E698AF381401011A1111110F0F0F0F0204A78DC2B6381401011E1111110F0F0F0F0302B0313802030204ACACC2B6381401011C1111110F0F0F0F0403E4BA8C381401011F1111110F0F0F0F0106E8AEA1E58892380C0101151111110205B5B5E99B8538060101100105E99587C2B6380601010F02059B85E790B4380601011102059D92E5B1B1380601010D00023130380C010106050303010131381C0401011D1111110F0F0F0F010304010132380801010504010135380601010C01013638060101080101633806010303010167380601010201016B380601040201016D3806010302010173380601010401017A38060101030103E4BA8C38140101201111110F0F0F0F0103E5869938140101191111110F0F0F0F02028892380C01011611111102028E9F38140101171111110F0F0F0F0202908D3802020202A487380C01014F0F0F0F0202B1B1380601010E0202B9B4380C0101131111110202BAA6380C0101141111110103E698AF381401011B1111110F0F0F0F02029DA538140101181111110F0F0F0F0202AEB538140101211111110F0F0F0F0202B3A8380C0101500F0F0F0103E790B4380601011202029A84381401011A1111110F0F0F0F0202A78D381401011E1111110F0F0F0F0301B03802030202ACAC382401011C050E050E050E050C050C050C050C050103E8AEA1380C0101151111110202B5B538060101100103E99587380601010F02029B85380601011102029D92380601010D040A08081509080A0A090911090A0914140E130A0F0C0F0F14130C0C0B0E0C1312071211100C0C0C0C0C1309080808080808080811110C10070C090C0C1110100C0A101006180D090A09'),
(274877906945, X'000003650330303039060101080201313906010109020132390601010501023135390601010A0202C2B6390E0101170E0F0F0F0102323039060101040201363906010106010335C2B6390601010B010336C2B63906010107010E6B696E646D656D626572736869703906010402010371C2B639060103040102777939060101020102797139060103030202C2B6390601010301027A7939060103020106E4B880E5B18A39060101100205BA8CE6AEB5390C0101260F0F0F0205BD8DE58F8A39060101130106E58699E79A84390C01011F0F0F0F02038AA131390601011602058D81E4B880390601010F030495E4BD8D390601011202058E9FE69DA5390C01011D0F0F0F02058F8AE8818C39060101140205A487E6B3A8390C01011B0F0F0F0204B18AC2B639060101110304B1E9958739060101190106E698AFE7ACAC390C0101210F0F0F02059DA5E58699390C01011E0F0F0F0204AEB5C2B6390601014E0403E5A487390A0101270F0F0204B3A8C2B6390C01011C0F0F0F0105E790B4C2B639080401010E02059A84E698AF390C0101200F0F0F0204A78DC2B6390C0101240F0F0F0204ACACC2B6390C0101220F0F0F0403E4BA8C390C0101250F0F0F0106E8818CE58AA139060101150205B5B5E99B8539080201010C0105E99587C2B6390601011A02059B85E790B439080301010D02059D92E5B1B1390601011800023130390A0101050503010131391001010A0F0E0F0F0F010132390801010404010135390601010B010136390601010701016B390601040201017139060103040101773906010102010179390C01010301030301017A39060103020103E4B88039060101100202BA8C390C0101260F0F0F0202BD8D39060101130103E58699390C01011F0F0F0F02028AA1390601011602028D81390601010F030195390601011202028E9F390C01011D0F0F0F02028F8A39060101140202A487390C01011B0F0F0F0202B18A39060101110301B139060101190103E698AF390C0101210F0F0F02029DA5390C01011E0F0F0F0202AEB5390C0101270F0F0F0202B3A8390C01011C0F0F0F0103E790B439080401010E02029A84390C0101200F0F0F0202A78D390C0101240F0F0F0202ACAC3914010122050C050C050C050103E8818C39060101150202B5B539080201010C0103E99587390601011A02029B8539080301010D02029D92390601011804090808090D09080A0A150A090909090D0F0C100A0C0B0F0C0F0B0B100F0B0C0E0D0F0E0E0D0D0D0C0D0C0B0D0908080808080B080A0C090D0909080C090C09080D0C0C0C0B0C0C100A0A0A0A'),
(412316860417, X'0000031E033030303A060101080201313A060101090201323A06010105010231343A0601010A0202C2B63A1E040101140F0F0F0F0F0F0F01030405010232303A060101040201363A06010106010334C2B63A0601010B010336C2B63A06010107010262623A08010308030202C2B63A0601030A010A6B696E64706572736F6E3A0601040201026D313A0801030305010272793A060101020102736D3A060103050102786D3A06010302010379C2B63A060101030106E4BA8CE6AEB53A140101170F0F0F0F0F0F0F0106E58699E79A843A140101100F0F0F0F0F0F0F02058E9FE69DA53A1401010E0F0F0F0F0F0F0F0203908D313A02030205A487E6B3A83A0C0101400F0F0F0205A793E5908D3A02020106E698AFE7ACAC3A140101120F0F0F0F0F0F0F02059DA5E586993A1401010F0F0F0F0F0F0F0F0204AEB5C2B63A0801013F360403E5A4873A0A01014C0F0F0403E88DA33A0A0101180F0F0204B3A8C2B63A0C0101410F0F0F0106E79A84E698AF3A140101110F0F0F0F0F0F0F0204A78DC2B63A140101150F0F0F0F0F0F0F0204ACACC2B63A140101130F0F0F0F0F0F0F0403E4BA8C3A140101160F0F0F0F0F0F0F0106E88DA3E8AA893A0C01010C0F0F0F0204AA89C2B63A0C01010D0F0F0F000231303A0A01010505030101313A200401010A0C0F0F0F0F0F0F0F010304050101323A08010104040101343A0601010B0101363A060101070101623A0A010308030301016B3A0601040201016D3A08010303050101723A060101020101733A060103050101783A060103020101793A060101030103E4BA8C3A140101170F0F0F0F0F0F0F0103E586993A140101100F0F0F0F0F0F0F02028E9F3A1401010E0F0F0F0F0F0F0F0202908D3A02030202A4873A0C0101400F0F0F0202A7933A02020103E698AF3A140101120F0F0F0F0F0F0F02029DA53A1401010F0F0F0F0F0F0F0F0202AEB53A140101180F0F0F0F0F0F0F0202B3A83A0C0101410F0F0F0103E79A843A140101110F0F0F0F0F0F0F0202A78D3A140101150F0F0F0F0F0F0F0202ACAC3A24010113050C050C050C050C050C050C050C050103E88DA33A0C01010C0F0F0F0202AA893A0C01010D0F0F0F04090808091509080A0A0A09110A0909090A141413080F0A14130C0C0C0E14121211100E0B150908080A080908080808111110070C071110100C1110180D'),
(549755813889, X'0000028D033030303B08010108030201323B060101050201353B0601010A010331C2B63B14040101170F0F0F010304010232303B060101040201363B06010106010335C2B63B0601010B010336C2B63B06010107010263313B06010303010C6B696E64746F776E736869703B0601040201026D633B060103020102787A3B0601010201037AC2B63B060101030106E4BA8CE6AEB53B0C01011A0F0F0F0106E58699E79A843B0C0101130F0F0F02058E9FE69DA53B0C0101110F0F0F0205908DE7A7B03B02020205A487E6B3A83B0C01010F0F0F0F0205B1B1E995873B0601010D0106E698AFE7ACAC3B0C0101150F0F0F02059DA5E586993B0C0101120F0F0F0204AEB5C2B63B060101420403E5A4873B0A01011B0F0F0204B3A8C2B63B0C0101100F0F0F0106E79A84E698AF3B0C0101140F0F0F0204A78DC2B63B0C0101180F0F0F0302B0313B02030204ACACC2B63B0C0101160F0F0F0403E4BA8C3B0C0101190F0F0F0105E99587C2B63B0601010E02059D92E5B1B13B0601010C000231303B0C0101050503030101313B14040101170F0F0F0103040101323B08010104040101353B0601010B0101363B060101070101633B0601030301016B3B0601040201016D3B060103020101783B0601010201017A3B060101030103E4BA8C3B0C01011A0F0F0F0103E586993B0C0101130F0F0F02028E9F3B0C0101110F0F0F0202908D3B02020202A4873B0C01010F0F0F0F0202B1B13B0601010D0103E698AF3B0C0101150F0F0F02029DA53B0C0101120F0F0F0202AEB53B0C01011B0F0F0F0202B3A83B0C0101100F0F0F0103E79A843B0C0101140F0F0F0202A78D3B0C0101180F0F0F0301B03B02030202ACAC3B14010116050C050C050C050103E995873B0601010E02029D923B0601010C040A08081109080A0A091309090A10100F0A0F0C100F0B0C0E100E070E0D0C0C0C0F09080808080808080D0D0C070C090D0C0C0C0D0C06100A'),
(687194767361, X'000002C2033030303C08010108030201323C060101050201383C0601010A010331C2B63C140401011A0F0F0F010304010232303C060101040201363C06010106010336C2B63C06010107010338C2B63C0601010B010263313C060103030201733C06010102010B6B696E6476696C6C6167653C0601040201026D633C06010302010373C2B63C060101030106E4BA8CE6AEB53C0C01011D0F0F0F0106E58699E79A843C0C0101160F0F0F02058E9FE69DA53C0C0101140F0F0F0205908DE7A7B03C02020205A487E6B3A83C0C0101120F0F0F0205B1B1E995873C0601010D0106E698AFE7ACAC3C0C0101180F0F0F02049D91C2B63C060101110304A5E586993C0C0101150F0F0F0205A1A5E69D913C060101100204AEB5C2B63C060101450403E5A4873C0A01011E0F0F0204B3A8C2B63C0C0101130F0F0F0106E79A84E698AF3C0C0101170F0F0F02059FB3E6A1A53C0601010F0204A78DC2B63C0C01011B0F0F0F0302B0313C02030204ACACC2B63C0C0101190F0F0F0403E4BA8C3C0C01011C0F0F0F0105E99587C2B63C0601010E02059D92E5B1B13C0601010C000231303C0C0101050503030101313C140401011A0F0F0F0103040101323C08010104040101363C060101070101383C0601010B0101633C0C01010201030301016B3C0601040201016D3C060103020101733C060101030103E4BA8C3C0C01011D0F0F0F0103E586993C0C0101160F0F0F02028E9F3C0C0101140F0F0F0202908D3C02020202A4873C0C0101120F0F0F0202B1B13C0601010D0103E698AF3C0C0101180F0F0F02029D913C060101110301A53C0C0101150F0F0F0202A1A53C060101100202AEB53C0C01011E0F0F0F0202B3A83C0C0101130F0F0F0103E79A843C0C0101170F0F0F02029FB33C0601010F0202A78D3C0C01011B0F0F0F0301B03C02030202ACAC3C14010119050C050C050C050103E995873C0601010E02029D923C0601010C040A08081109080A0A090812090A10100F0A0F0C100B0E0C0B0C0E100C0E070E0D0C0C0C0F0908080B0808080D0D0C070C090D090B090C0C0D090C06100A'),
(824633720833, X'00000223033030303D08010108030201323D060101050201343D0601010A010331C2B63D14030101140F0F0F010303010232303D060101040201363D06010106010334C2B63D0601010B010336C2B63D06010107010363C2B63D0601010301026A313D060103020201633D0601010201086B696E647465726D3D060104020106E4BA8CE6AEB53D0C0101170F0F0F0106E58699E79A843D0C0101100F0F0F02058E9FE69DA53D0C01010E0F0F0F0205A487E6B3A83D0C01010C0F0F0F0203B18A313D02020106E698AFE7ACAC3D0C0101120F0F0F02059DA5E586993D0C01010F0F0F0F0204AEB5C2B63D0601013F0403E5A4873D0A0101180F0F0204B3A8C2B63D0C01010D0F0F0F0106E79A84E698AF3D0C0101110F0F0F0204A78DC2B63D0C0101150F0F0F0204ACACC2B63D0C0101130F0F0F0403E4BA8C3D0C0101160F0F0F000231303D0C0101050503030101313D14030101140F0F0F0103030101323D08010104040101343D0601010B0101363D060101070101633D0601010301016A3D0C01010201030201016B3D060104020103E4BA8C3D0C0101170F0F0F0103E586993D0C0101100F0F0F02028E9F3D0C01010E0F0F0F0202A4873D0C01010C0F0F0F0202B18A3D02020103E698AF3D0C0101120F0F0F02029DA53D0C01010F0F0F0F0202AEB53D0C0101180F0F0F0202B3A83D0C01010D0F0F0F0103E79A843D0C0101110F0F0F0202A78D3D0C0101150F0F0F0202ACAC3D14010113050C050C050C05040A08081109080A0A0A09080F10100F0F08100F0B0C0E100E0E0D0C0F090808080B080D0D0C0C070D0C0C0C0D0C'),
(962072674305, X'000002A3033030303E08010108030201323E060101050201343E0601010A0202C2B63E06010110010331C2B63E14060101190F0F0F010306010232303E060101040201363E06010106010334C2B63E0601010B010336C2B63E06010107010263313E06010305010264773E0C01010201030201086B696E64756E69743E0601040201026D633E060103040102776D3E060103030202C2B63E060101030106E4BA8CE6AEB53E0C01011C0F0F0F0205BD8DE5908D3E080301010D0106E58699E79A843E0C0101150F0F0F02058D95E4BD8D3E080201010C02058E9FE69DA53E0C0101130F0F0F0205908DE7A7B03E080401010E0205A487E6B3A83E0C0101110F0F0F0106E698AFE7ACAC3E0C0101170F0F0F02059DA5E586993E0C0101140F0F0F0204AEB5C2B63E060101440403E5A4873E0A01011D0F0F0204B3A8C2B63E0C0101120F0F0F0106E79A84E698AF3E0C0101160F0F0F0204A78DC2B63E0C01011A0F0F0F0302B0303E0601010F0401313E02050204ACACC2B63E0C0101180F0F0F0403E4BA8C3E0C01011B0F0F0F000231303E0E010105050303080101313E14060101190F0F0F0103060101323E08010104040101343E0601010B0101363E060101070101633E060103050101643E0C01010201030201016B3E0601040201016D3E060103040101773E0C0101030103030103E4BA8C3E0C01011C0F0F0F0202BD8D3E080301010D0103E586993E0C0101150F0F0F02028D953E080201010C02028E9F3E0C0101130F0F0F0202908D3E080401010E0202A4873E0C0101110F0F0F0103E698AF3E0C0101170F0F0F02029DA53E0C0101140F0F0F0202AEB53E0C01011D0F0F0F0202B3A83E0C0101120F0F0F0103E79A843E0C0101160F0F0F0202A78D3E0C01011A0F0F0F0301B03E080501010F0202ACAC3E14010118050C050C050C05040A0808091109080A0A090C0F090909100D100D0F0D0F100F0B0C0E100E09060E0D0D0F090808080B08080B0D0A0D0A0C0A0C0D0C0C0C0D0C09'),
(1099511627777, X'000005C30330303085D2C6F08080808008080101080302013285D2C6F0808080800808010105070202C2B685D2C6F0808080800806010145010331C2B685D2C6F08080808008140101140F0F0F150F0F0F0102323085D2C6F080808080080601010402013685D2C6F08080808008060101060202C2B685D2C6F080808080080601010B010336C2B685D2C6F0808080800806010107010E6B696E6461646A7573746D656E7485D2C6F080808080080601040202017A85D2C6F08080808008060103030102747A85D2C6F08080808008060101020202C2B685D2C6F08080808008060103060102796B85D2C6F080808080080601030202017485D2C6F080808080080601030501027A7985D2C6F08080808008060103040202C2B685D2C6F08080808008060101030106E4BA8CE6AEB585D2C6F08080808008140101170F0F0F150F0F0F0106E58699E79A8485D2C6F08080808008140101100F0F0F150F0F0F02058E9FE59BA085D2C6F080808080080C01010C0F0F0F0403E69DA585D2C6F080808080081401010E0F0F0F150F0F0F0205908DE7A7B085D2C6F080808080080601014302049BA0C2B685D2C6F080808080080C01010D0F0F0F0205A487E6B3A885D2C6F080808080080C0101460F0F0F0205B195E8AEAE85D2C6F0808080800802040304B1E9958785D2C6F08080808008060101410205B7B2E5BC8085D2C6F0808080800802020205BC80E5B19585D2C6F0808080800802030106E698AFE7ACAC85D2C6F08080808008140101120F0F0F150F0F0F02059DA5E5869985D2C6F080808080081401010F0F0F0F150F0F0F0204AEB5C2B685D2C6F080808080080801013F3C0403E58E9F85D2C6F080808080080A0101180F0F0502A48785D2C6F080808080080A0101520F0F0204B3A8C2B685D2C6F080808080080C0101470F0F0F0106E79A84E698AF85D2C6F08080808008140101110F0F0F150F0F0F0204A78DC2B685D2C6F08080808008140101150F0F0F150F0F0F0302B03085D2C6F08080808008060101440204ACACC2B685D2C6F08080808008140101130F0F0F150F0F0F0403E4BA8C85D2C6F08080808008140101160F0F0F150F0F0F0106E8AEAEE9A29885D2C6F0808080800802050105E99587C2B685D2C6F080808080080601014202059D92E5B1B185D2C6F08080808008060101400204A298C2B685D2C6F0808080800802060002313085D2C6F080808080080E0101050503033D01013185D2C6F08080808008140101140F0F0F150F0F0F01013285D2C6F080808080080A010104040701013685D2C6F080808080080601010701016B85D2C6F080808080080C01030301040201017485D2C6F080808080080C01010201030601017985D2C6F08080808008080103020501017A85D2C6F080808080080C0101030103040103E4BA8C85D2C6F08080808008140101170F0F0F150F0F0F0103E5869985D2C6F08080808008140101100F0F0F150F0F0F02028E9F85D2C6F080808080081C01010C040D040D040D04150F0F0F0202908D85D2C6F080808080080601014302029BA085D2C6F080808080080C01010D0F0F0F0202A48785D2C6F080808080080C0101460F0F0F0202B19585D2C6F0808080800802040301B185D2C6F08080808008060101410202B7B285D2C6F0808080800802020202BC8085D2C6F0808080800802030103E698AF85D2C6F08080808008140101120F0F0F150F0F0F02029DA585D2C6F080808080081401010F0F0F0F150F0F0F0202AEB585D2C6F08080808008140101180F0F0F150F0F0F0202B3A885D2C6F080808080080C0101470F0F0F0103E79A8485D2C6F08080808008140101110F0F0F150F0F0F0202A78D85D2C6F08080808008140101150F0F0F150F0F0F0301B085D2C6F08080808008060101440202ACAC85D2C6F0808080800824010113050C050C050C0512050C050C050C050103E8AEAE85D2C6F0808080800802050103E9958785D2C6F080808080080601014202029D9285D2C6F08080808008060101400202A29885D2C6F0808080800802060412111119111011121D101111111011111C1C1719141617121312121C1B141413161C1A111A1913141411151712101313111319191C1114140F100F0F1918181419181020101211'),
(1236950581249, X'000004B80330303085D2C6F08080808009080101090302013285D2C6F0808080800908010106070202C2B685D2C6F0808080800906010112010331C2B685D2C6F080808080090C01011B0F0F0F0102323085D2C6F080808080090601010502013685D2C6F08080808009060101070202C2B685D2C6F080808080090601010C010336C2B685D2C6F08080808009060101080102626785D2C6F0808080800906010103010367C2B685D2C6F080808080090601010401026A7385D2C6F0808080800906010305010E6B696E647A65726F7265706F727485D2C6F080808080090601040201026C6285D2C6F08080808009060101020102717385D2C6F08080808009060103020102737A85D2C6F08080808009080103030501037AC2B685D2C6F0808080800908010304050106E4BA8CE6AEB585D2C6F080808080090C01011E0F0F0F0106E58699E79A8485D2C6F080808080090C0101170F0F0F02058E9FE69DA585D2C6F080808080090C0101150F0F0F0205908DE7A7B085D2C6F08080808009060101100205A487E6B3A885D2C6F080808080090C0101130F0F0F0205B1B1E9958785D2C6F08080808009080301010E0106E698AFE7ACAC85D2C6F080808080090C0101190F0F0F02059DA5E5869985D2C6F080808080090C0101160F0F0F0204AEB5C2B685D2C6F08080808009060101460403E5A48785D2C6F080808080090A01011F0F0F0204B3A8C2B685D2C6F080808080090C0101140F0F0F0106E79A84E698AF85D2C6F080808080090C0101180F0F0F0204A78DC2B685D2C6F080808080090C01011C0F0F0F0302B03085D2C6F08080808009060101110204ACACC2B685D2C6F080808080090C01011A0F0F0F0403E4BA8C85D2C6F080808080090C01011D0F0F0F0105E99587C2B685D2C6F08080808009080401010F02059D92E5B1B185D2C6F08080808009080201010D0002313085D2C6F080808080090E0101060503030901013185D2C6F080808080090C01011B0F0F0F01013285D2C6F080808080090A010105040701013685D2C6F080808080090601010801016285D2C6F080808080090601010301016785D2C6F080808080090601010401016A85D2C6F080808080090601030501016B85D2C6F080808080090601040201016C85D2C6F080808080090601010201017185D2C6F080808080090601030201017385D2C6F08080808009080103030501017A85D2C6F0808080800908010304050103E4BA8C85D2C6F080808080090C01011E0F0F0F0103E5869985D2C6F080808080090C0101170F0F0F02028E9F85D2C6F080808080090C0101150F0F0F0202908D85D2C6F08080808009060101100202A48785D2C6F080808080090C0101130F0F0F0202B1B185D2C6F08080808009080301010E0103E698AF85D2C6F080808080090C0101190F0F0F02029DA585D2C6F080808080090C0101160F0F0F0202AEB585D2C6F080808080090C01011F0F0F0F0202B3A885D2C6F080808080090C0101140F0F0F0103E79A8485D2C6F080808080090C0101180F0F0F0202A78D85D2C6F080808080090C01011C0F0F0F0301B085D2C6F08080808009060101110202ACAC85D2C6F080808080091401011A050C050C050C050103E9958785D2C6F08080808009080401010F02029D9285D2C6F08080808009080201010D0412111115111011121112111D11111213181817141715181713141618161116151515151312101010101010101111151514111412151414141514101813'),
(2199023255553, X'00000F0103303030010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010801010803010601010801060101080106010108010801010803010801010803010801010803010801010803010801010803010801010803020131010601010A010601010A030601010A060601010A020601010A090601010901060101090106010109010601010A0201320106010105010601010501080101050701060101050106010105010801010507010601010501060101050106010105010601010501060101050108010105070106010105010801010507010601010501060101050106010105010601010501060101050106010105010601010501060101050106010105010601010501060101050108010105070106010105010601010501060101050106010105020133040601010A030601010A080601010A0C0601010A020134080601010A080601010A0C0601010A020135090601010A080601010A0C0601010A0201360A0601010A080601010A0C0601010A020137130601010A020138140601010A020139150601010A0202C2B6160601010B01023130160601010A020131170601010A020132180601010A0202C2B6010601010B010601010B030601010B060601010B020601010B0A0601010B020601010B010232300106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040106010104010601010401060101040201360106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060106010106010601010601060101060202C2B6030601010B030601010B060601010B020601010B0A0601010B020601010B010333C2B6040601010B030601010B080601010B0C0601010B010334C2B6080601010B080601010B0C0601010B010335C2B6090601010B080601010B0C0601010B010336C2B6010601010701060101070106010107010601010701060101070106010107010601010701060101070106010107010801010706010601010701060101070106010107010601010701060101070106010107010601010701080101070601060101070106010107010601010701060101070106010107010601010701060101070106010107010601010701060101070106010107010801010706010337C2B6130601010B010338C2B6140601010B010339C2B6150601010B01026373050601010201060101020106010102010601010201060101020106010102020178150601030502017A0D060103020C060103020202C2B608080103040501080103040501060103040106010103010601010301026468040601030202016D07080103020602017109060103050201730506010302020177010601010202017815060103020202C2B60206010305010267730608010303060102686B0A0601030202017A04080103030501026A630B0601010201060101020201640206010304020167060801030206020173030601030505060103051008010306080202C2B60B0601030301060103040306010304080801030506040601030401026B630A06010303020D696E646D656D626572736869701906010402010601040201060104020106010402010601040201060104020506706572736F6E0D060104020106010402010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010601040205047465726D0B06010402010601040206076F776E736869700206010402010601040201060104020504756E69740106010402050776696C6C61676505060104020106010402010601040201060104020106010402010601040201026C6E1606010302020178010601030301026D730708010303060201770F060103020C060103020202C2B60D060103040C0601030401036EC2B6160601030301036FC2B60606010309010601030901027163090801030305020173030601030205060103021008010303080202C2B605060103060106010305010601030507060103040908010303060306010304010272790D06010102010601010201060101020106010102010601010201060101020106010102010601010201060101020106010102010601010201060101020102736308080103030502016A0B0601030202016C010601030202016F060601030801060103080201710506010305010601030401060103040206010302020177130601030402017815060103080201790506010303070601030202017A0308010303050202C2B60506010103010601010301060101030106010103010601010301060101030E0C0103040505050102746804060103050102776A0F06010303080601030401060103050306010303020171170601030201060103020201791906010102010601010201060101020106010102010601010201060101020202C2B601060101030F060103030106010303010601030301080103030401060103030806010303010601030301060103030102786A0206010303020179150A010303050502017A01060103040106010102010601010201060101020202C2B601060103060102796A0C060103030B06010308010601030B0201710E06010303090601030601060103080206010303020173050601030402017802060103020202C2B60D0601010301060101030106010103010601010301060101030106010103010601010301060101030110010103010304050501060101030106010103010601010301060101030106010103010601010301060101030106010103010601010301027A6D0D060103030C060103030201771006010302010601030201060103020106010302010601030208060103020106010302010601030202017801060103050201790E060103020C060103020202C2B60206010103010E01010301030405010E010103010304050106E4B880E5B18A0C02030D0601011001060101100106010110010601010F010601010F010601010F03049AE590881B0601011403049CE997A80702020304ADE5ADA61A060101150304BBE5B8AD1C060101160205BA8BE995BF1B0601011903048CE4B8AD1A06010114030391C2B61502040304BAE6B0911E060101120204BC9FC2B61002030102030B080301010D01080301010D0205BD9CE7A4BE1B060101160205BE8BE58EBF0102030106E585ACE58FB81C0601011B0304B4E8A197020203030601010D010601010D010601010D0204869BC2B60F02040C080401010E03049CE68A801D06010114020589AFE4B8BB1C060101150403E5B18019060101190403E999A21E0601011602048CBAC2B60502060102050102050304BBE999A21E0601011402058D81E4B8800C02020D0601010F010601010F010601010F010601010E010601010E010601010E0403E5B18A0B020203038FC2B6010206030495E5B08F15020202058EBFE4BABA1E060101110403E58F9119060101120502B7A51C060101110403E694BF0102040403E7ACAC1A0601011202058F91E5B19519060101130304A3E69D910A02030304B8E680BB1C0601011C02059088E4BD9C1B06010115020591A8E696871202020C080201010C0205928CE694B9190601011502059586E881941C060101130205A4A7E6A0910502020502B2B3040202060601010C13060101110204A89CC2B61602030205ADA6E695991A060101160205B08FE4BA911502030205B180E589AF19060101180403E995BF190601011A03038AC2B60B02030102040D0601011101060101110106010111010601011001060101100106010110030495E5928C19060101140304B1E69D910802030403E99587030203050601010D010601010D0205B7A5E595861C060101120204B888C2B61A060101180303ADC2B61C060101170205BBBAE69D901C060101190205BCA0E4BC9F1002020102020B080201010C01080201010C0303BAC2B61702030403E7949F1802030205BF97E6988E0D02030C080301010D0106E680BBE7BB8F1C0601011D02058A80E7AB991D06010115020594B9E99DA919060101160304BFE58D8F01020502059599E5B8881A0601011702049687C2B61202030C080301010D0403E5869B0F02030C080301010D0204988EC2B60D02040C080401010E02059CB1E8968713020202059D8EE5A89C160202030490E585AC1C0601011A030391C2B608020401020401020402059E9CE4B89A1B0601011302059F90E5BBBA1C060101180403E69E9C1B060101120205A091E890A50502030205A182E7A4BE0602030304A5E69D910902030204ADA6C2B61402030205B091E58CBB1E060101130304B8E585B4020202030601010C010601010C010601010C0205B2B3E58FA30A02020403E99587040203060601010D13060101120106E78E8BE5BCBA17020201020202049086C2B61C0601011F0403E4BA8B1B060101180303B4C2B60E02040C080401010E0204949FC2B618020402059FB3E6A1A50902020205A4BAE4BE8B0102020304BEE58CBA0502050102040102040403E790861B060101170205AB99E7AB991D060101160403E995BF1D060101170205ACACE4BA8C1A060101130205BB8FE790861C0601011E0106E88194E589AF1C06010114020590A5E7A4BE05020402049687C2B61302030205A197E98193020204030601010E010601010E010601010E0205B5B5E99B850E02020C080201010C0105E98193C2B6020205030601010F010601010F010601010F02058391E6ADA614020202058791E6A18206020202049587C2B6030204010204040601010E010601010E010601010E0403E5869C1D060101130303BFC2B6190601011B020601011A02060101180106010118020597A8E7A4BE07020302059988E5BF970D02020C080201010C0304A2E589AF1E060101150403E995BF1E0601011702059B85E790B40E02030C080301010D04813530811E171212120808080909080827811A811922191414811E0A0A0A22080D1F090908080808090A09090E0809131E092D4410180B2709080A0D0E0A0F0A1323400A08080D1708080D092A09180D2132090A170913170808630E2B080D1B290B090B0B0C0B080B180C0A0D180F0B0C0A0A0F0B280808090C0A09080A0C090B0C100C0C0A11090C0A0C0A290B09120C0B0A0C190808100D0C0C090C0F0E0F0A0A0B0E0C0C0A0A0A09090C180A120E0B0A0E090A0A0F0A0C0A0C0C0D0A091910190A0A1B0A190A100B0A'),
(2199023255554, X'00000B290730E99D92E5B1B103020205080201010C010601010C0304A9E5B18019060101170205A9ACE696870F02020C080201010C00023130010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050304010A0101050503010A0101050503010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010C010105050303010131010601010B010601010B030601010B060601010B020601010B090601010A010801010A03010601010A010601010B010132010801010404010801010404010A0101040407010801010404010801010404010A0101040407010801010404010801010404010801010404010801010404010801010404010A0101040407010801010404010A0101040407010801010404010801010404010801010404010801010404010801010404010801010404010801010404010801010404010801010404010A0101040407010801010404010A0101040407010801010404010801010404010801010404010801010404010133040601010B030601010B080601010B0C0601010B010134080601010B080601010B0C0601010B010135090601010B080601010B0C0601010B010136010601010701060101070106010107010601010701060101070106010107010601010701060101070106010107010801010706010601010701060101070106010107010601010701060101070106010107010601010701080101070601060101070106010107010601010701060101070106010107010601010701060101070106010107010601010701060101070106010107010801010706010137130601010B010138140601010B010139150601010B010163050601010201060101020106010102010E01010201030405010E01010201030405010C01010201030401060101030106010103010601030208060103050406010302010164010601010201060103050206010302010601030202080103020602060103050C06010302010167060801030306010168040801030305060601030201016A020601030401060103050308010302060206010305030C010102010303010C0101020103040306010304080801030506010801030608030601030401016B010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010C0103030104020106010402010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010601040201016C0106010303150601030201016D070801030306060601030402060103020A06010304020601030201016E160601030301016F0606010309010601030901017103060103020206010306010601030501060103050106010302010801030305050601030409080103030601080103030802060103040101720D06010102010601010201060101020106010102010601010201060101020106010102010601010201060101020106010102010601010201060101020101730106010302020801030305020E01010301030304010E01010301030406010E01010301030406010E01010301030305010C01010301030201060101030106010302010601030207060103040206010308030C010304050505010174040601030501017701060101030E06010303010601030301060103030106010303010801030304010601030303080103020401080103020501060101020106010102010C010102010303010C010102010303010C010102010303010C010102010303010178010801030404010C01010201030301060101020106010102110A01030305050101790206010302030601030407060103030106010103010C010103010303010601010301060101030106010103010601010301060101030106010103011001010301030405050106010103010E01010301030604010E010103010308050106010103010C010103010303010601010301060101030106010103010601010301017A01060103050106010103010E01010301030405010E010103010304050906010303010601030202060103020106010302010601030201060103020106010302050601030301060103020206010302010601030201060103020103E4B8800C02030D0601011001060101100106010110010601010F010601010F010601010F03019A1B0601011403019C0702020301AD1A060101150301BB1C060101160202BA8B1B0601011903018C1A060101140301911502040301BA1E060101120202BC9F1002030102030B080301010D01080301010D0202BD9C1B060101160202BE8B0102030103E585AC1C0601011B0301B4020203030601010D010601010D010601010D0202869B0F02040C080401010E03019C1D06010114020289AF19060101190306010115020601011602028CBA0502060102050102050301BB1E0601011402028D810B02020102020D0601010F010601010F010601010F010601010E010601010E010601010E03018F01020603019515020202028EBF010204180601011201060101120206010111020601011102028F9119060101130301A30A02030301B81C0601011C020290881B06010115020291A81202020C080201010C0202928C1906010115020295861C060101130202A4A7040202010202050601010C13060101110202A89C1602030202ADA61A060101160202B08F1502030202B18019080101180403018A0B02030102040D060101110106010111010601011101060101100106010110010601011003019519060101140301B103020305080301010D010601010D0202B7A51C060101120202B8881A060101180301AD1C060101170202BBBA1C060101190202BCA01002020102020B080201010C01080201010C0301BA1702030102030202BF970D02030C080301010D0103E680BB1C0601011D02028A801D06010115020294B919060101160301BF010205020295991A06010117020296870F020303020309080301010D03080301010D0202988E0D02040C080401010E02029CB113020202029D8E1602020301901C0601011A03019108020401020401020402029E9C1B0601011302029F901B0601011201060101180202A0910502030202A1820602030301A50902030202ADA61402030202B0911E060101130301B8020202030601010C010601010C010601010C0202B2B304020306080201010D13060101120103E78E8B170202010202020290861B06010118010601011F0301B40E02040C080401010E0202949F18020402029FB30902020202A4BA0102020301BE05020501020401020414060101170202AB991D08010116030202ACAC1A060101130202BB8F1C0601011E0103E881941C06010114020290A5050204020296871302030202A197020204030601010E010601010E010601010E0202B5B50E02020C080201010C0103E98193020205030601010F010601010F010601010F020283911402020202879106020202029587030204010204040601010E010601010E010601010E13060101130301BF190601011B020601011A02060101180106010118020297A8070203020299880D02020C080201010C0301A21E080101150402029B850E02030C080301010D02029D9203020205080201010C010601010C0301A919060101170202A9AC0F02020C080201010C04160B10817231813D171212811C0808084527090E3E811C0D1D080D383F5B085D227F5B2608060808090806081609070A150D08130D082806061B090608090D0909140709070A2708110909080916090D0A09090609160D0707080C090E070706070915120B0E0C070707110A09090A0707160D1707071E17070D090D1208'),
(2473901162497, X'00000F1A033030301F0801010803010801010803010801010803010601010801060101080106010108010601010801080101090301080101080301080101080301080101080301080101080301080101080301080101080385D2A98FFFFFFFFFD50801010803BBA0808080800008010108030201312206010109010601010901060101090106010109010601010B030601010A020601010A85D2A98FFFFFFFFFD60601010ABBA080808080000601010A0201321F06010105010601010501060101050106010105010601010501060101050106010105010601010601080101050701060101050106010105010801010507010601010501080101050785D2A98FFFFFFFFFD506010105BBA0808080800006010105020133280601010A0201371F0601010A020138200601010A020139210601010A0202C2B6220601010B05080601030602080401030402080601030685D2C6DFFFFFFFFFD62A0601011A0E0512111111121212120F0F0F0F01030601023130220601010A020131230601010A020132240601010A020133250601010A0202C2B6230601010B030601010C020806010306010601010B010804010304010601010B01080601030685D2A98FFFFFFFFFD50601010BBBA080808080000601010B010232301F06010104010601010401060101040106010104010601010401060101040106010104010601010501060101040106010104010601010401060101040106010104010601010485D2A98FFFFFFFFFD506010104BBA08080808000060101040201361F06010106010601010601060101060106010106010601010601060101060106010106010601010701060101060106010106010601010601060101060106010106010601010685D2A98FFFFFFFFFD506010106BBA08080808000060101060202C2B6240601010B030601010B030601010B020601010B010333C2B6250601010B030601010B010336C2B61F06010107010601010701060101070106010107010601010701060101070106010107010601010801060101070106010107010601010701060101070106010107010601010785D2A98FFFFFFFFFD506010107BBA0808080800006010107010337C2B61F0601010B010338C2B6200601010B010339C2B6210601010B0102617185D2A99080808080010601030C0102633027060103050206010303020601030502013128060103050206010303020601030502016485D2A99080808080010601030702016A85D2A990808080800106010304020178210601030502017A250601030285D2C6DFFFFFFFFFDC060103070102646385D2A99080808080010601030302016485D2A9908080808001060103020201772B0C010102010302010C010102010302020178210601030202017985D2A9908080808001060103080102666185D2A99080808080010601030B0102677A260C0101020103070102687985D2C6E080808080010601030201026A7324080103060802017A85D2A9908080808001060103050202C2B6230801030506010B6B696E646D656574696E6785D2C6E080808080010601040207086D626572736869701F060104020106010402010601040201060104020106010402010601040201060104020508706C6174666F726D29060104020106010402050673747564696F26060104020509746F706963706C616E2706010402010601040285D2A98FFFFFFFFFD9060104020504756E69742B06010402010601040201026C6E220601030201026D632706010304010601030401060103020106010302010601030401060103040202C2B6250601030485D2C6DFFFFFFFFFDC0601030901036EC2B6220601030301027074290601010201060101020102717324080103030802060103020202C2B623080103030685D2A98FFFFFFFFFDE0601030DBBA080808080000601030C010273771F06010304020178210601030802017A26060103030202C2B6240C010304050505020C01010401030985D2C6DFFFFFFFFFDB060101030102743085D2C6E080808080010601030502016D270601030301060103030202C2B6270601010301060101030106010103010601010385D2A98FFFFFFFFFD7060101030102776A2306010304010601030502016D2B060103030106010303020171230601030201060103020201791F0601010201060101020106010102010601010201060101020106010102010601010201060103050202C2B61F080103030401060103030B0601010301060101030102786685D2A99080808080010601030A02017385D2C6E0808080800106010102020179210A010303050501027967260601030602016A2306010308010601030B0201712306010306010601030885D2C6DFFFFFFFFFDD0601030B020174270C010102010302010C01010201030285D2A98FFFFFFFFFD906010102BBA080808080000601030402017885D2A99080808080010601030902017985D2C6E08080808001060103030202C2B61F06010103010601010301100101030103040505010601010301060101030106010103010601010301027A6385D2A99080808080010601030602016D250601030385D2C6DFFFFFFFFFDC06010308020173260C0101030103080201771F060103020106010302060601030402017985D2C6E080808080010601030A0106E4B880E5B18A1F0601010F010601010F0106010110010601010F010601010F0106010110030489E5B08F1F0601011303048EE6B68885D2A99080808080010209BBA08080808000060101130304ADE5858585D2A99080808080010206BBA08080808000060101100304BBE5B8AD210601011602060101150403E68C8185D2C6E08080808001060101230205BA8BE58AA1200601011403048CE6AEB585D2C6E080808080011C01013C111111121212120F0F0F0F030391C2B621080401010E0302BA3085D2C6E08080808001060101250205BB8BE7BB8D85D2C6E080808080010C0101311111110205BC9AE8AEAE85D2C6E0808080800102020205BD8DE5908D2B020301020303049CE5AEA42602080205BE8BE58EBF85D2C6E080808080010601012B0106E58585E794B585D2A99080808080010207BBA08080808000060101110303A8C2B685D2A9908080808001020DBBA08080808000060101170304ACE58FB824060101150304B4E8A19785D2A99080808080010601010DBBA080808080000601011C02058699E79A8485D2C6E080808080011C010135111111121212120F0F0F0F0303B3C2B685D2C6E080808080010C01016F1212120304B5E4BB8B85D2C6E080808080010C01013011111102058886E6ADA785D2C6E080808080010C01016B121212020589AFE4B8BB2106010115020601011402058AA1E6898020060101150304A8E8BDA685D2A99080808080010203BBA080808080000601010D02058C96E9A68622060101130303BAC2B685D2C6E080808080010601012202058D81E4B8801F0601010E010601010E010601010F010601010E010601010E010601010F0403E5B18A250601010F03038FC2B685D2C6E080808080010601012E0403E589AF2306010113030495E4BD8D2B02020102020403E5B08F21080201010C02058E9FE69DA585D2C6E080808080011C010133111111121212120F0F0F0F0304BFE5A68721060101120403E694BF85D2C6E080808080010601012C0502968722060101110403E7A79123060101110502ACAC1F0601011102058FB8E7BB8F24060101160205908DE7A7B027020401020401020201020201020401020485D2C6DFFFFFFFFFD50601012702049198C2B622060101160403E5B7A52602060205928CE69CAA85D2C6E080808080010C01016D12121202059CB0E782B985D2C6E08080808001060101180205A487E6B3A885D2C6E080808080010E0101812B0F0F0F0205A687E8819421060101130205A794E591982602050204A89CC2B622080301010D0205ADA6E695991F060101150205AE89E585A885D2A9908080808001020CBBA08080808000060101160303A4C2B62602090205B08FE4BA9121080301010D0403E5ADA61F060101140204B18AC2B61F060101100106010110010601011101060101100106010110010601011101060101100304B1E9958726080301010E0205B7A5E4BD9C2602070204B888C2B61F0601011701060101180403E4BA8B20060101130303ADC2B6210601011702060101160204BCBAC2B623080301010D0403E7949F24080301010D0205BE8BE5B8882008010112070205BF97E6988E25080301010D85D2C6DFFFFFFFFFDC060102030106E68385E586B585D2C6E080808080010C01012F11111102058980E5BE8B200601011602058C81E4BABA85D2C6E0808080800106010124020594BFE58D8F85D2C6E080808080010601012D02059599E5B8881F0601011602059687E58C9622060101120204988EC2B625080401010E85D2C6DFFFFFFFFFDC060102040304AFE7ACAC85D2C6E080808080011C010137111111121212120F0F0F0F02059CAAE586B385D2C6E080808080010C01016E1212120304B1E896871F080201010C02059D8EE5A89C22080201010C0304A5E5869985D2C6E080808080011C010134111111121212120F0F0F0F02059F90E5BE8B20060101110403E789A924060101120205A182E7A4BE85D2C6E08080808001060101200204ADA6C2B620080301010D0304A7E5928C85D2C6E080808080010C01016C1212120204AEB5C2B685D2C6E080808080010A01016A42360403E5888685D2C6E080808080010A01017A12120502A48785D2C6E080808080010C010181370F0F0403E6838585D2C6E080808080010A01013D11110205B0B8E585B485D2A99080808080010601010CBBA080808080000601011B0204B3A8C2B685D2C6E080808080010E0101812C0F0F0F0205B581E585AC24060101140205B688E998B285D2A9908080808001020ABBA08080808000060101140104E782B93085D2C6E0808080800106010119020589A9E6B581240601011302058E8BE5BCBA23080201010C01080201010C02049086C2B624060101180303B4C2B685D2C6E08080808001060102070204949FC2B624080401010E0304B5E4B88E85D2A99080808080010208BBA08080808000060101120403E58AA885D2A99080808080010202BBA080808080000601010C02059A84E698AF85D2C6E080808080011C010136111111121212120F0F0F0F0205A4BAE4BE8B85D2C6E080808080010601012A0304BEE58CBA85D2C6E08080808001060101210204A78DC2B685D2C6E080808080011C01013A111111121212120F0F0F0F030491E58D8F23060101120302B03027020502020302020585D2C6DFFFFFFFFFD6060101280401312802050202030202046E3E64080808083A09080808426261180F630A0A0A111312101008151110130810110C110A100A1A2D140D22100922160A0E0F2209080821110D250E0D0D2B1911100A090D1A2B10102C11150B1210260B1C1C10120C1E0B1117120D09141E1B0B1E1F151617110C1C0C12250A120A0C0B1F0B12090A090C260B081714180C0A0C0C1D080D0A290C0A100A0F0C0B0D1A180C14140C0C191E170C0D1E0C0A140C16151414141F170C1D130C130B120C1C1B1F14131E0B1A'),
(2473901162498, X'00000E91050630E7ACACC2B685D2C6E080808080011C010138111111121212120F0F0F0F0403E4B8891F060101120502BA8C85D2C6E080808080011C01013B111111121212120F0F0F0F0204BB8DC2B685D2C6E080808080010C01013211111103048FE7908624060101170106E88194E589AF210601011402049687C2B61F080301010D0205A197E9819385D2A99080808080010601010EBBA080808080000601011D0205AEAEE8AEAE85D2C6E0808080800102030403E9A29827020201020285D2C6DFFFFFFFFFD902040205B5B5E99B8585D2C6E08080808001060102050205BDA6E99B8685D2A99080808080010204BBA080808080000601010E0105E98193C2B685D2A99080808080010601010FBBA080808080000601011E02058391E6ADA620080201010C02058791E6A18285D2C6E080808080010601011F02049587C2B6260601010F0403E5A794260204020598B2E5AE8985D2A9908080808001020BBBA080808080000601011502059988E5BF9725080201010C85D2C6DFFFFFFFFFDC0601020202059B85E790B485D2C6E0808080800106010206030486E4B8AD85D2A99080808080010205BBA080808080000601010F02059D92E5B1B126080201010D0203A2983085D2C6E0808080800102050403E5908D2702030102030205A686E5919822060101150403E9A6862206010114000231301F0C010105050303010C010105050303010C010105050303010C010105050304010A0101050503010A0101050503010A0101050503010C010106050303011406010105050303010306010C010105050303011404010105050303010304010C010105050303011406010105050303010306010C01010505030385D2A98FFFFFFFFFD50C010105050303BBA080808080003206010105050303120E0512111111121212120F0F0F0F010306010131220601010A010801010A03010601010A010601010A010601010C020806010306010601010B010804010304010601010B01080601030685D2A98FFFFFFFFFD50601010BBBA080808080000601010B0101321F0801010404010801010404010801010404010801010404010801010404010A0101040407010801010404010801010504010A0101040407010801010404010801010404010A0101040407010801010404010A010104040785D2A98FFFFFFFFFD50801010404BBA080808080000801010404010133250601010B030601010B0101361F06010107010601010701060101070106010107010601010701060101070106010107010601010801060101070106010107010601010701060101070106010107010601010785D2A98FFFFFFFFFD506010107BBA08080808000060101070101371F0601010B010138200601010B010139210601010B01016185D2A99080808080010601030C0101632106010305040601030202060103050106010305010601030301060103030106010305010601030585D2A98FFFFFFFFFD50801030405BBA080808080000601030701016421060103020A0C010102010302010C01010201030285D2A98FFFFFFFFFD50A010302030701016685D2A99080808080010601030B010167260C01010201030701016885D2C6E080808080010601030201016A23080103050601080103060885D2A98FFFFFFFFFDD0601030501016B1F06010402010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010601040201060104020106010402010601040285D2A98FFFFFFFFFD506010402BBA080808080000601040201016C220601030201016D250601030402060103040106010304010601030201060103020106010304010601030485D2C6DFFFFFFFFFD50601030901016E220601030301017029060101020106010102010171230801030306010801030308020601030285D2A98FFFFFFFFFDB0601030DBBA080808080000601030C0101731F060103040206010308030C010304050505020E0101040103030885D2C6DFFFFFFFFFDB06010103010174270C010103010303010C0101030103030106010103010601010385D2A98FFFFFFFFFD706010103BBA08080808000060103050101771F0E01010201030304010C01010201030301060101020106010102010E01010201030204010E0101020103020501060101020106010305050C010103010303010C010103010303010178210A010303050585D2A98FFFFFFFFFE00601030ABBA08080808000060101020101791F060101030106010103011001010301030405050106010103010E01010301030604010E0101030103080501060101030106010306010C010102010302010C01010201030285D2A98FFFFFFFFFD90C010102010309BBA080808080000A010303030901017A1F0601030201060103020506010303010E0101030103040685D2A98FFFFFFFFFDB06010306BBA0808080800008010308040103E4B8801F0601010F010601010F0106010110010601010F010601010F01060101100301891F0601011303018E85D2A99080808080010209BBA08080808000060101130301AD85D2A99080808080010206BBA08080808000060101100301BB2106010116020601011585D2C6DFFFFFFFFFDE060101230202BA8B200601011403018C85D2C6E080808080011C01013C111111121212120F0F0F0F03019121080401010E0301BA85D2C6E08080808001060101250202BB8B85D2C6E080808080010C0101311111110202BC9A85D2C6E0808080800102020202BD8D2B020301020303019C2602080202BE8B85D2C6E080808080010601012B0103E5858585D2A99080808080010207BBA08080808000060101110301A885D2A9908080808001020DBBA08080808000060101170301AC24060101150301B485D2A99080808080010601010DBBA080808080000601011C0202869985D2C6E080808080011C010135111111121212120F0F0F0F0301B385D2C6E080808080010C01016F1212120301B585D2C6E080808080010C0101301111110202888685D2C6E080808080010C01016B121212020289AF2106010115020601011402028AA120060101150301A885D2A99080808080010203BBA080808080000601010D02028C9622060101130301BA85D2C6E080808080010601012202028D811F0601010E010601010E010601010F010601010E010601010E010601010F010601010F03018F230601011385D2C6DFFFFFFFFFDE0601012E03019521080201010C0A020201020202028E9F85D2C6E080808080011C010133111111121212120F0F0F0F0301BF1F0601011102060101120106010111010601011185D2C6DFFFFFFFFFDE0601012C02028FB824060101160202908D27020401020401020201020201020401020485D2C6DFFFFFFFFFD5060101270202919822060101160402060202928C85D2C6E080808080010C01016D12121202029CB085D2C6E08080808001060101180202A48785D2C6E080808080010E0101812B0F0F0F0202A68721060101130202A7942602050202A89C22080301010D0202ADA61F060101150202AE8985D2A9908080808001020CBBA08080808000060101160301A42602090202B08F1F0601011402080301010D0202B18A1F060101100106010110010601011101060101100106010110010601011101060101100301B126080301010E0202B7A52602070202B8881F060101170108010113070301AD210601011702060101160202BCBA23080301010D01080301010D0202BE8B2008010112070202BF9725080301010D85D2C6DFFFFFFFFFDC060102030103E6838585D2C6E080808080010C01012F11111102028980200601011602028C8185D2C6E0808080800106010124020294BF85D2C6E080808080010601012D020295991F060101160202968722060101120202988E25080401010E85D2C6DFFFFFFFFFDC060102040301AF85D2C6E080808080011C010137111111121212120F0F0F0F02029CAA85D2C6E080808080010C01016E1212120301B11F080201010C02029D8E22080201010C0301A585D2C6E080808080011C010134111111121212120F0F0F0F02029F90200601011104060101120202A18285D2C6E08080808001060101200202ADA620080301010D0301A785D2C6E080808080010C01016C1212120202AEB585D2C6E080808080011C01013D111111121212120F0F0F0F0202B0B885D2A99080808080010601010CBBA080808080000601011B0202B3A885D2C6E080808080010E0101812C0F0F0F0202B58124060101140202B68885D2A9908080808001020ABBA08080808000060101140103E782B985D2C6E0808080800106010119020289A9240601011302028E8B23080201010C01080201010C0202908624060101180301B485D2C6E08080808001060102070202949F24080401010E0301B585D2A9908080808001040208BBA080808080000801010C0802029A8485D2C6E080808080011C010136111111121212120F0F0F0F0202A4BA85D2C6E080808080010601012A0301BE85D2C6E08080808001060101210202A78D85D2C6E080808080011C01013A111111121212120F0F0F0F03019123060101120301B027020501020501020301020301020501020585D2C6DFFFFFFFFFD5060101280202ACAC1F0601011285D2C6DFFFFFFFFFE234010138050E050E050E050F050F050F050F050C050C050C050C050202BB8D85D2C6E080808080010C01013211111103018F24060101170103E881942106010114020296871F080301010D0202A19785D2A99080808080010601010EBBA080808080000601011D0202AEAE27020201020285D2C6DFFFFFFFFFD90403030202B5B585D2C6E08080808001060102050202BDA685D2A99080808080010204BBA080808080000601010E0103E9819385D2A99080808080010601010FBBA080808080000601011E0202839120080201010C0202879185D2C6E080808080010601011F0202958726080401010F020298B285D2A9908080808001020BBBA08080808000060101150202998825080201010C85D2C6DFFFFFFFFFDC0601020202029B8585D2C6E080808080010601020603018685D2A99080808080010205BBA080808080000601010F02029D9226080201010D0202A29827020301020385D2C6DFFFFFFFFFD902050202A686220801011403051F0A1C160B0D0C1F1216141D1F0D140B081D1A141C0D100B0C0A812E51750D61080808104427100B101C610833080D2C2B354A226534230819191A091B0910140F0A06111B19081B1C1313140E0919091027150F1C2409230C14111509070A091A060F2709070F0D100A17150911110909171B14090A1B0E110A131C1C15091A12091009100A1B1C11101C08222D14080A0A1C16111A1D0A110A1A1711190A15'),
(2611340115969, X'00000F62033030302D0801010903010801010903010801010803010801010903010601010885D2C6DFFFFFFFFFD108010108030108010108030108010108030108010108030108010108030108010108030108010108030108010109039FFFFFFFFF780801010803010801010803010801010803020131310601010985D2C6DFFFFFFFFFD10601010A010601010A030601010A030601010B0201322D0801010607010601010601060101050106010106010601010585D2C6DFFFFFFFFFD10601010501060101050106010105010801010507010601010501080101050701080101050701060101069FFFFFFFFF7806010105010601010501060101050201332E0601010B010601010A85D2C6EFFFFFFFFFD20601010A010601010A010601010A020134300601010B85D2C6DFFFFFFFFFD40601010A0202C2B62D080401030402140401011C0F0F0F010304011C0401011E1111110F0F0F0F010304010E0101160F0F0F0F85D2C6DFFFFFFFFFD1280601010E0F12111111111111110F0F0F0F0103060126060101161A111111111111110F0F0F0F010306011C060101211111110F0F0F0F010306010806010306011E040101100F0F0F0F0F0F0F0F01030401080601030601080601030601220601011107071C1111110F0F0F0F0103069FFFFFFFFF7A0601010E01023134310601010A0202C2B62E080401030485D2C6DFFFFFFFFFD40601010B010601010B030601010B030601010C9FFFFFFFFF780806010306010806010306010806010306010232302D06010105010601010501060101040106010105010601010485D2C6DFFFFFFFFFD10601010401060101040106010104010601010401060101040106010104010601010401060101059FFFFFFFFF7806010104010601010401060101040201362D06010107010601010701060101060106010107010601010685D2C6DFFFFFFFFFD10601010601060101060106010106010601010601060101060106010106010601010601060101079FFFFFFFFF7806010106010601010601060101060202C2B62D0601010C85D2C6DFFFFFFFFFD80601010B020601010B010601010B010333C2B62E0601010C010601010B85D2C6EFFFFFFFFFD20601010B010601010B010601010B010334C2B6300601010C010601010B85D2C6DFFFFFFFFFD30601010B010336C2B62D06010108010601010801060101070106010108010601010785D2C6DFFFFFFFFFD10601010701060101070106010107010601010701060101070106010107010601010701060101089FFFFFFFFF7806010107010601010701060101070102616C85D2C6E08080808006060101020102627385D2C6E080808080090601010202017485D2C6E0808080800606010302010263302D060103030206010303010601030385D2C6DFFFFFFFFFD2060103050206010305030601030502060103050201312E0601030385D2C6EFFFFFFFFFD40601030502017A310601030285D2C6DFFFFFFFFFD10601030701060103070102646D85D2C6E080808080020601030305060103039FFFFFFFFF7B0601030302017A85D2C6E080808080030601030305060103039FFFFFFFFF7B060103030202C2B685D2C6E080808080030601010305060101039FFFFFFFFF7B06010103010366C2B685D2C6E080808080020601010305060101039FFFFFFFFF7B060101030102677A2D06010102010601010202060101020102686485D2C6E0808080800206010302010C0101020103020406010302010C0101020103029FFFFFFFFF7A06010302010C01010201030202017985D2C6E08080808005060103029FFFFFFFFF7C06010302010C6B696E6463617365696E666F85D2C6E0808080800606010402050E6C6976656C69686F6F646465656485D2C6E080808080090601040205076D656574696E6785D2C6E08080808005060104029FFFFFFFFF7C0601040207086D6265727368697031060104020508706C6174666F726D2F06010402050673747564696F2D06010402010601040202060104020B08616374697669747985D2C6E080808080030601040205060104029FFFFFFFFF7B060104020509746F706963706C616E85D2C6E08080808004060104020505766973697485D2C6E080808080020601040205060104029FFFFFFFFF7B0601040201036CC2B685D2C6E080808080060601010301026D632D0601030201060103020106010302010601030285D2C6DFFFFFFFFFD2060103040206010304030601030402060103049FFFFFFFFF79060103040202C2B6310601030485D2C6DFFFFFFFFFD1060103090106010309010270742F06010102010371C2B685D2C6E080808080020601030C010601030C0102737385D2C6E080808080090601010302017885D2C6E08080808009060103020202C2B62D060101040106010104020601010485D2C6DFFFFFFFFFD50601010304060101049FFFFFFFFF78060101030102743085D2C6E080808080030601030502060103050106010303020601030502013185D2C6F0808080800106010305020601030502016D85D2C6E08080808004060103030202C2B62F0601010385D2C6DFFFFFFFFFD5060101030102777931060101020102786D85D2C6E080808080090601030302017385D2C6E08080808005060101029FFFFFFFFF7C060101020102797185D2C6E080808080020601030B010601030B02017485D2C6E080808080040C01010201030201060103049FFFFFFFFF7C0601030402017985D2C6E08080808005060103039FFFFFFFFF7C060103030202C2B6310601010301027A6685D2C6E080808080020601010205060101029FFFFFFFFF7B0601010202016D310601030385D2C6DFFFFFFFFFD10601030801060103080201732D060101030106010103020601010302017485D2C6E080808080030601030405060103049FFFFFFFFF7B0601030402017985D2C6E080808080020601030A010601030A0106E4B8BBE9A29885D2C6E08080808003020405020401060101199FFFFFFFFF7A02040205BA8BE9A1B985D2C6E08080808009020203048CE6AEB52F0C01011F0F0F0F01140101211111110F0F0F0F010C0101260F0F0F85D2C6DFFFFFFFFFD11C01012E111111111111110F0F0F0F011C010131111111111111110F0F0F0F01140101241111110F0F0F0F02140101200F0F0F0F0F0F0F03140101381111110F0F0F0F0205BC9AE8AEAE85D2C6E080808080050202010601010C030601010D9FFFFFFFFF7802020203BD8D3085D2C6E080808080020601011A0403E58F8A310601011203049CE5AEA485D2C6E0808080800306010112050601011201060101220205BE8BE58EBF85D2C6E080808080020601011D01060101200106E585B4E8A1972F0601010D010601010E010601011885D2C6DFFFFFFFFFD1060101100106010118010601010D0206010112030601012502058685E5AEB985D2C6E080808080020C010123111111010C010126111111030499E79A842F0C0101180F0F0F011401011A1111110F0F0F0F010C01011F0F0F0F85D2C6DFFFFFFFFFD11C010127111111111111110F0F0F0F011C01012A111111111111110F0F0F0F011401011D1111110F0F0F0F02140101190F0F0F0F0F0F0F03140101311111110F0F0F0F0303B5C2B685D2C6E080808080090C01012E11111102048892C2B6300C01011711111102058A9EE7908685D2C6E080808080020C01015D111111070C01012B1111110302A13031060101150304A8E4B8BB85D2C6E08080808003020305020301060101189FFFFFFFFF7A02030403E5868585D2C6E080808080030C0101251111110502908D85D2C6E08080808002020305020302060101139FFFFFFFFF7902030403E6889085D2C6E080808080030C01016111111102048CBAC2B62F0601011385D2C6DFFFFFFFFFD306010116010601011E010601011302058D81E5B18A310601010F03038FC2B685D2C6E08080808002060101200106010123030495E4BD8D310601011185D2C6DFFFFFFFFFD10601011902058E9FE69DA52F0C0101160F0F0F01140101181111110F0F0F0F010C01011D0F0F0F85D2C6DFFFFFFFFFD11C010125111111111111110F0F0F0F011C010128111111111111110F0F0F0F011401011B1111110F0F0F0F02140101170F0F0F0F0F0F0F031401012F1111110F0F0F0F0304BFE694BF85D2C6E080808080020601011E010601012102058F8AE8818C31060101130205908DE7A7B02D020201020201020201020285D2C6DFFFFFFFFFD202040202040302040208040101149FFFFFFFFF790204010601010C02059198E5B7A585D2C6E08080808003060101100506010110010601012002059CB0E782B985D2C6E080808080020601010C01060101140205A487E6B3A82F0C0101140F0F0F010C0101500F0F0F010C01011B0F0F0F85D2C6DFFFFFFFFFD10E010181190F0F0F010E0101811C0F0F0F010C0101530F0F0F020C0101490F0F0F030C0101670F0F0F0205A794E5919885D2C6E080808080030601010F050601010F010601011F0204AEA4C2B685D2C6E0808080800306010113050601011301060101230303B9C2B685D2C6E080808080020C010124111111010C0101271111110204B18AC2B631060101100304B1E9958785D2C6E080808080030601010D050801010D0A010601011D0205B7A5E4BD9C85D2C6E0808080800306010111050601011101060101210205B9B4E5BAA6300C0101141111110205BAA6E8AEA1300C0101151111110205BF97E6988E300601011201080301010D85D2C6DFFFFFFFFFD1060102030106010203010601011505060101290106E68385E586B585D2C6E080808080090C01012D11111102058890E6958885D2C6E080808080030C010162111111020594BFE58D8F85D2C6E080808080020601011F010601012202049588C2B685D2C6E080808080030C01016311111102049687C2B685D2C6E080808080060C0101160F0F0F0204988EC2B6300601011301080401010E85D2C6DFFFFFFFFFD10601020401060102040106010116050601012A0304AFE7ACAC2F0C01011A0F0F0F011401011C1111110F0F0F0F010C0101210F0F0F85D2C6DFFFFFFFFFD11C010129111111111111110F0F0F0F011C01012C111111111111110F0F0F0F011401011F1111110F0F0F0F021401011B0F0F0F0F0F0F0F03140101331111110F0F0F0F02059DA5E586992F0C0101170F0F0F01140101191111110F0F0F0F010C01011E0F0F0F85D2C6DFFFFFFFFFD11C010126111111111111110F0F0F0F011C010129111111111111110F0F0F0F011401011C1111110F0F0F0F02140101180F0F0F0F0F0F0F03140101301111110F0F0F0F02049E9CC2B685D2C6E080808080020C0101601111110205A087E9A29885D2C6E0808080800602020205A182E7A4BE2F0601011185D2C6DFFFFFFFFFD306010114010601011C01060101110205ADA3E6968785D2C6E080808080060C010470246424158132093D616020261C621111102F151A201F202113381A1B1D200F0F17261823123E1B091711102F2015101609111A16221A09201A121F1523126E24120A1D19381F6E150E1F0921151F15220C17186F180C371E19511E1D1D0B1E1E0F0F2E18171916162D6E6F161223'),
(2611340115970, X'00000F7201150F0F0F0630E6AEB5C2B62F06010147010801014F36010601014E85D2C6DFFFFFFFFFD10A01015C3E36010A01015F3E360108010152360208010148360308010166360403E58A9E85D2C6E080808080020A01016B1111070A01013911110502A4872F0A0101200F0F010A01015C0F0F010A0101270F0F85D2C6DFFFFFFFFFD10C010181250F0F010C010181280F0F010A01015F0F0F020A0101550F0F030A0101730F0F0502B9B4300A01012211110403E6ADA385D2C6E080808080060A0101210F0F0502B4BB85D2C6E080808080031001013211112011110403E8B5B085D2C6E080808080020A01012F11110403E9808985D2C6E080808080040A01012511110205B0B8E585B42F0601010C010601010D010601011785D2C6DFFFFFFFFFD10601010F0106010117010601010C020601011103060101240204B3A8C2B62F0C0101150F0F0F010C0101510F0F0F010C01011C0F0F0F85D2C6DFFFFFFFFFD10E0101811A0F0F0F010E0101811D0F0F0F010C0101540F0F0F020C01014A0F0F0F030C0101680F0F0F0205B4BBE58AA885D2C6E080808080020202011602010124111111111111110402020102020108010112079FFFFFFFFF7902020102020104E782B93085D2C6E080808080020601010D010601011502059086E6838585D2C6E080808080090C01012C1111110403E794B185D2C6E080808080040C0101191111110502BB9385D2C6E080808080020C01015E1111110303B4C2B685D2C6E08080808002060102070106010207020494B1C2B685D2C6E080808080040C01011A11111102059A84E698AF2F0C0101190F0F0F011401011B1111110F0F0F0F010C0101200F0F0F85D2C6DFFFFFFFFFD11C010128111111111111110F0F0F0F011C01012B111111111111110F0F0F0F011401011E1111110F0F0F0F021401011A0F0F0F0F0F0F0F03140101321111110F0F0F0F0205A4BAE4BE8B85D2C6E080808080020601011C010601011F0304BEE58CBA2F0601011285D2C6DFFFFFFFFFD306010115010601011D01060101120204A78DC2B62F0C01011D0F0F0F011401011F1111110F0F0F0F010C0101240F0F0F85D2C6DFFFFFFFFFD11C01012C111111111111110F0F0F0F011C01012F111111111111110F0F0F0F01140101221111110F0F0F0F021401011E0F0F0F0F0F0F0F03140101361111110F0F0F0F0302B0302D020302020301020385D2C6DFFFFFFFFFD202050202050302050208050101159FFFFFFFFF7A0601010D0401312E020385D2C6EFFFFFFFFFD402050204ACACC2B62F0C01011B0F0F0F011401011D1111110F0F0F0F010C0101220F0F0F85D2C6DFFFFFFFFFD11C01012A111111111111110F0F0F0F011C01012D111111111111110F0F0F0F01140101201111110F0F0F0F021401011C0F0F0F0F0F0F0F03140101341111110F0F0F0F0403E4BA8C2F0C01011E0F0F0F01140101201111110F0F0F0F010C0101250F0F0F85D2C6DFFFFFFFFFD11C01012D111111111111110F0F0F0F011C010130111111111111110F0F0F0F01140101231111110F0F0F0F021401011F0F0F0F0F0F0F0F03140101371111110F0F0F0F0205BB93E69E9C85D2C6E080808080020C01015F1111110106E8818CE58AA131060101140205A197E981932F0601010E010601010F010601011985D2C6DFFFFFFFFFD1060101110106010119010601010E020601011303060101260205AEA1E58892300C0101161111110304AEE8AEAE85D2C6E080808080050203010601010D030601010E9FFFFFFFFF7802030403E9A29885D2C6E080808080040202010204010601010E030601010F9FFFFFFFFF7802040304BFE5868585D2C6E080808080020C01012211111105028D9585D2C6E08080808002060101180205B5B0E8AEBF85D2C6E080808080020E0101170C1111110304B5E99B8585D2C6E080808080020601020501060102050106E98089E9A29885D2C6E080808080040C01011711111102048193C2B62F0601010F0106010110010601011A85D2C6DFFFFFFFFFD106010112010601011A010601010F0206010114030601012702058791E6A1822F0601011085D2C6DFFFFFFFFFD306010113010601011B010601011002049587C2B685D2C6E08080808008060101160403E5A79485D2C6E080808080030601010E050601010E010601011E02059988E5BF97300601011101080201010C85D2C6DFFFFFFFFFD10601020201060102020106010114050601012802059B85E790B485D2C6E0808080800206010206010601020602059D92E5B1B185D2C6E080808080030601010C050801010C0A010601011C0205A1B9E5908D85D2C6E0808080800902030203A2983085D2C6E08080808003020502020501080301010F02020501080101100C04013185D2C6F0808080800102050202050403E5908D85D2C6E0808080800402030403E7908685D2C6E080808080040C010118111111000231302D1404010106050303010304010C010106050303011C04010105050303140F0F0F010304012404010106050303151111110F0F0F0F010304011401010505030F0F0F0F0F85D2C6DFFFFFFFFFD13006010105050303060F12111111111111110F0F0F0F010306012E060101050503030E1A111111111111110F0F0F0F010306012406010105050303191111110F0F0F0F010306011406010105050303010306012604010105050303080F0F0F0F0F0F0F0F010304011406010105050303010306011406010105050303010306012A060101060503030807071C1111110F0F0F0F0103069FFFFFFFFF780C010105050303010C010105050303010E010105050303060101312E0804010304030601010A85D2C6DFFFFFFFFFD10601010B010601010B030601010B030601010C9FFFFFFFFF7808060103060108060103060108060103060101322D0A010105040701080101050401080101040401080101050401080101040485D2C6DFFFFFFFFFD10801010404010801010404010801010404010A0101040407010801010404010A0101040407010A01010404070108010105049FFFFFFFFF7808010104040108010104040108010104040101332E0601010C010601010B85D2C6EFFFFFFFFFD20601010B010601010B010601010B010134300601010C010601010B85D2C6DFFFFFFFFFD30601010B0101362D06010108010601010801060101070106010108010601010785D2C6DFFFFFFFFFD10601010701060101070106010107010601010701060101070106010107010601010701060101089FFFFFFFFF78060101070106010107010601010701016185D2C6E080808080060601010201016285D2C6E080808080060601030203060101020101632D06010303010601030301060103030106010303010601030285D2C6DFFFFFFFFFD1080103050401060103070106010305030601030502060103059FFFFFFFFF790601030501016485D2C6E0808080800206010303010C0101030103030406010303010C0101030103039FFFFFFFFF7A06010303010C01010301030301016685D2C6E080808080020601010305060101039FFFFFFFFF7B060101030101672D060101020106010102020601010201016885D2C6E0808080800206010302010C01010201030202060103020206010302010C0101020103029FFFFFFFFF79060103020106010302010C01010201030201016B2D06010402010601040201060104020106010402010601040285D2C6DFFFFFFFFFD10601040201060104020106010402010601040201060104020106010402010601040201060104029FFFFFFFFF78060104020106010402010601040201016C85D2C6E080808080060601010301016D2D06010302010601030201060103020106010302010601030485D2C6DFFFFFFFFFD1080103040701060103090106010304030601030402060103049FFFFFFFFF79060103040101702F0601010201017185D2C6E080808080020601030C010601030C0101732D060101040106010104020601010485D2C6DFFFFFFFFFD506010103040E010103030103029FFFFFFFFF78060101030101742F0601010385D2C6DFFFFFFFFFD406010305010C0101030103030106010305010601030302060103059FFFFFFFFF79060103050206010305010177310601010201017885D2C6E080808080050601010204060103039FFFFFFFFF7806010102010179310601010385D2C6DFFFFFFFFFD10601030B010601030B010C0101020103020108010303039FFFFFFFFF7C080103030301017A2D0601010301060101030206010103010601030385D2C6DFFFFFFFFFD10E01010201030804010A0103040604040601010201060103049FFFFFFFFF7A0601010201060103040103E4B8BB85D2C6E08080808003020405020401060101199FFFFFFFFF7A02040202BA8B85D2C6E08080808009020203018C2F0C01011F0F0F0F01140101211111110F0F0F0F010C0101260F0F0F85D2C6DFFFFFFFFFD11C01012E111111111111110F0F0F0F011C010131111111111111110F0F0F0F01140101241111110F0F0F0F02140101200F0F0F0F0F0F0F03140101381111110F0F0F0F0202BC9A85D2C6E080808080050202010601010C030601010D9FFFFFFFFF7802020202BD8D310601011285D2C6DFFFFFFFFFD10601011A03019C85D2C6E0808080800306010112050601011201060101220202BE8B85D2C6E080808080020601011D01060101200103E585B42F0601010D010601010E010601011885D2C6DFFFFFFFFFD1060101100106010118010601010D020601011203060101250202868585D2C6E080808080020C010123111111010C0101261111110301992F0C0101180F0F0F011401011A1111110F0F0F0F010C01011F0F0F0F85D2C6DFFFFFFFFFD11C010127111111111111110F0F0F0F011C01012A111111111111110F0F0F0F011401011D1111110F0F0F0F02140101190F0F0F0F0F0F0F03140101311111110F0F0F0F0301B585D2C6E080808080090C01012E11111102028892300C01011711111102028A9E85D2C6E080808080020C01015D111111070C01012B1111110301A131060101150301A885D2C6E080808080020203011603010125111111111111110402030102030108010113079FFFFFFFFF79020301020302028CBA2F0601011385D2C6DFFFFFFFFFD306010116010601011E010601011302028D81310601010F03018F85D2C6E08080808002060101200106010123030195310601011185D2C6DFFFFFFFFFD10601011902028E9F2F0C0101160F0F0F01140101181111110F0F0F0F010C01011D0F0F0F85D2C6DFFFFFFFFFD11C010125111111111111110F0F0F0F011C010128111111111111110F0F0F0F011401011B1111110F0F0F0F02140101170F0F0F0F0F0F0F031401012F1111110F0F0F0F0301BF85D2C6E080808080020601011E010601012102028F8A31060101130202908D2D020201020201020201020285D2C6DFFFFFFFFFD20204020204093F1B460B141614143750361817151417166F19226E2E116E6D170D370F232516111818183623131C2E191F122211101582054174241A60101548371F12416010480815323B081F3348200F6B21161A16351C6B130C1C0832200915156C1509'),
(2611340115971, X'0004088F85D2C6E0808080800702040208040101149FFFFFFFFF790204010601010C0431E5919885D2C6E08080808003060101100506010110010601012002029CB085D2C6E080808080020601010C01060101140202A4872F0C0101140F0F0F010C0101500F0F0F010C01011B0F0F0F85D2C6DFFFFFFFFFD10E010181190F0F0F010E0101811C0F0F0F010C0101530F0F0F020C0101490F0F0F030C0101670F0F0F0202A79485D2C6E080808080030601010F050601010F010601011F0202AEA485D2C6E0808080800306010113050601011301060101230301B985D2C6E080808080020C010124111111010C0101271111110202B18A31060101100301B185D2C6E080808080030601010D050801010D0A010601011D0202B7A585D2C6E0808080800306010111050601011101060101210202B9B4300C0101141111110202BAA6300C0101151111110202BF97300601011201080301010D85D2C6DFFFFFFFFFD1060102030106010203010601011505060101290103E6838585D2C6E080808080090C01012D1111110202889085D2C6E080808080030C010162111111020294BF85D2C6E080808080020601011F01060101220202958885D2C6E080808080030C0101631111110202968785D2C6E080808080060C0101160F0F0F0202988E300601011301080401010E85D2C6DFFFFFFFFFD10601020401060102040106010116050601012A0301AF2F0C01011A0F0F0F011401011C1111110F0F0F0F010C0101210F0F0F85D2C6DFFFFFFFFFD11C010129111111111111110F0F0F0F011C01012C111111111111110F0F0F0F011401011F1111110F0F0F0F021401011B0F0F0F0F0F0F0F03140101331111110F0F0F0F02029DA52F0C0101170F0F0F01140101191111110F0F0F0F010C01011E0F0F0F85D2C6DFFFFFFFFFD11C010126111111111111110F0F0F0F011C010129111111111111110F0F0F0F011401011C1111110F0F0F0F02140101180F0F0F0F0F0F0F03140101301111110F0F0F0F02029E9C85D2C6E080808080020C0101601111110202A08785D2C6E0808080800602020202A1822F0601011185D2C6DFFFFFFFFFD306010114010601011C01060101110202ADA385D2C6E080808080060C0101150F0F0F0202AEB52F0C0101200F0F0F01140101221111110F0F0F0F010C0101270F0F0F85D2C6DFFFFFFFFFD11C01012F111111111111110F0F0F0F011C010132111111111111110F0F0F0F01140101251111110F0F0F0F02140101210F0F0F0F0F0F0F03140101391111110F0F0F0F0202B0B82F0601010C010601010D010601011785D2C6DFFFFFFFFFD10601010F0106010117010601010C020601011103060101240202B3A82F0C0101150F0F0F010C0101510F0F0F010C01011C0F0F0F85D2C6DFFFFFFFFFD10E0101811A0F0F0F010E0101811D0F0F0F010C0101540F0F0F020C01014A0F0F0F030C0101680F0F0F0202B4BB85D2C6E080808080020202011602010124111111111111110402020102020108010112079FFFFFFFFF7902020102020103E782B985D2C6E080808080020601010D01060101150202908685D2C6E080808080020C01015E111111020C010119111111050C01012C1111110301B485D2C6E08080808002060102070106010207020294B185D2C6E080808080040C01011A11111102029A842F0C0101190F0F0F011401011B1111110F0F0F0F010C0101200F0F0F85D2C6DFFFFFFFFFD11C010128111111111111110F0F0F0F011C01012B111111111111110F0F0F0F011401011E1111110F0F0F0F021401011A0F0F0F0F0F0F0F03140101321111110F0F0F0F0202A4BA85D2C6E080808080020601011C010601011F0301BE2F0601011285D2C6DFFFFFFFFFD306010115010601011D01060101120202A78D2F0C01011D0F0F0F011401011F1111110F0F0F0F010C0101240F0F0F85D2C6DFFFFFFFFFD11C01012C111111111111110F0F0F0F011C01012F111111111111110F0F0F0F01140101221111110F0F0F0F021401011E0F0F0F0F0F0F0F03140101361111110F0F0F0F0301B02D020301020301020301020385D2C6DFFFFFFFFFD202050202050302050208050101159FFFFFFFFF790205010601010D0202ACAC2F1401011B050C050C050C05012401011D050E050E050E050C050C050C050C050114010122050C050C050C0585D2C6DFFFFFFFFFD13401012A050E050E050E050E050E050E050E050C050C050C050C05013401012D050E050E050E050E050E050E050E050C050C050C050C050124010120050E050E050E050C050C050C050C05022401011C050C050C050C050C050C050C050C050324010134050E050E050E050C050C050C050C050202BB9385D2C6E080808080020C01015F1111110103E8818C31060101140202A1972F0601010E010601010F010601011985D2C6DFFFFFFFFFD1060101110106010119010601010E020601011303060101260202AEA1300C0101161111110301AE85D2C6E08080808004020201040303010801010D03030801010E039FFFFFFFFF780403030301BF85D2C6E080808080020E0101180C1111110202B5B085D2C6E080808080020E0101170C1111110301B585D2C6E080808080020601020501060102050103E9808985D2C6E080808080040C010117111111020281932F0601010F0106010110010601011A85D2C6DFFFFFFFFFD106010112010601011A010601010F02060101140306010127020287912F0601011085D2C6DFFFFFFFFFD306010113010601011B01060101100202958785D2C6E080808080030601010E050801010E0A010601011E02029988300601011101080201010C85D2C6DFFFFFFFFFD10601020201060102020106010114050601012802029B8585D2C6E0808080800206010206010601020602029D9285D2C6E080808080030601010C050801010C0A010601011C0202A1B985D2C6E0808080800902030202A29885D2C6E080808080030205010E0301011811111101020501080301010F02020501080101100C9FFFFFFFFF780205020205221C164E1B1B1B091B1B0C0C2B15141614142B6B6C140F20146C344E33172415146C161F6C33812C140A340C271415151534201C2B161C0F'),
(2748779069441, X'00000F4303303030320601010801080101080301080101080301080101080301080101080301080101080385D2C3FFFFFFFFFFCA080101080385C0808080800908010108030108010109039FFFFFFFFF790801010803010801010803010801010803010801010903020131320601010985D2C6DFFFFFFFFFD80601010A010601010B02013232060101050106010105010601010501060101050106010105010601010585D2C3FFFFFFFFFFCA0601010585C080808080090601010501060101069FFFFFFFFF79060101050106010105010801010507010801010607020133350601010A010601010A020134330601010A040601010A85D2C3FFFFFFFFFFCA0601010A85E080808080030601010A02013585D2C6F080808080050601010A020137340601010A0202C2B6321E040101140F0F0F0F0F0F0F010304050114040101180F0F0F01030401140401011C0F0F0F0103040114030101140F0F0F0103030114060101190F0F0F01030685D2C6DFFFFFFFFFD4140101140F0F0F1B0F0F0F010C0101210F0F0F9FFFFFFFFF790801010E10030601011E01023133320601010A0202C2B637140401011A0F0F0F01030485D2C6DFFFFFFFFFD30601010B010601010C9FFFFFFFFF79260601011118111111111111110F0F0F0F010306011C0601011F1111110F0F0F0F010306011E040101100E0F0F0F0F0F0F0F0103040122060101110707161111110F0F0F0F0103060102323032060101040106010104010601010401060101040106010104010601010485D2C3FFFFFFFFFFCA0601010485C080808080090601010401060101059FFFFFFFFF790601010401060101040106010104010601010502013632060101060106010106010601010601060101060106010106010601010685D2C3FFFFFFFFFFCA0601010685C080808080090601010601060101079FFFFFFFFF79060101060106010106010601010601060101070202C2B685D2C6F080808080060601010B010601010C010333C2B6320601010B030601010B010601010B010334C2B6330601010B040601010B85D2C3FFFFFFFFFFCA0601010B85E080808080030601010B010335C2B685D2C6F080808080050601010B010336C2B632060101070106010107010601010701060101070106010107010601010785D2C3FFFFFFFFFFCA0601010785C080808080090601010701060101089FFFFFFFFF7906010107010601010701060101070106010108010337C2B6340601010B0102616132080103080302016C85D2C6F08080808006060101020202C2B6320601030A0102626785D2C6E0808080800B0601010302017385D2C6F080808080070601010202017485D2C6F080808080060601030201026330330601030301060103030206010305020131370601030385D2C6EFFFFFFFFFCE060103050206010305020173340601010202017A85D2C6F08080808004060103070202C2B6350601010301026477360C01010201030202017A85D2C6F08080808004060103030202C2B685D2C6E0808080800B060103059FFFFFFFFF79060101030102666785D2C48080808080010601030302016C85D2C4808080808001060103070202C2B685D2C4808080808001060101030102676E85D2C48080808080010601030402017985D2C6E0808080800A060103070202C2B685D2C6E0808080800B060101040102686485D2C6F080808080040C01010201030202017985D2C6E0808080800A0601030301026A303506010302020163350601010202016485D2C6E0808080800B0601030402016785D2C6E0808080800A0601030602016885D2C6E0808080800A060103020202C2B685D2C48080808080010601030C85E080808080030601030C010E6B696E6461646A7573746D656E7485D2C6E0808080800A06010402050863617365696E666F85D2C6F0808080800606010402050E6C6976656C69686F6F646465656485D2C6F08080808007060104020506706572736F6E320601040206076C6174666F726D3706010402050E73747564696F616374697669747985D2C6F080808080040601040205047465726D350601040206086F706963706C616E85D2C6F08080808005060104020706776E7368697033060104020504756E69743606010402050776696C6C6167653406010402070373697485D2C480808080800106010402050A7A65726F7265706F727485D2C6E0808080800B0601040201026C6285D2C6E0808080800B0601010202016E85D2C4808080808001060103080202C2B685D2C6F080808080060601010301026D30320801030305020163330601030201060103020206010304010601030285D2C6EFFFFFFFFFCE06010304020601030402017785D2C48080808080010601030A85E080808080030601030A0202C2B685D2C6F080808080040601030901036EC2B685D2C480808080800108010305060102707437060101020102727932060101020102736D320601030502017385D2C6F080808080070601010302017885D2C6F08080808007060103020202C2B6340601010385D2C6EFFFFFFFFFD3060101040102743185D2C6F0808080800406010305020601030302016D85D2C6F080808080050601030302017A85D2C6E0808080800A060101020202C2B6370601010385D2C6DFFFFFFFFFD308010305069FFFFFFFFF7B060101030102776A85D2C48080808080010601030B85E080808080030601030B02016D36060103030202C2B636060101030102786A85D2C6E0808080800B0601030302016D320601030285D2C6EFFFFFFFFFD50601030302017A33060101020102797485D2C6E0808080800A08010304069FFFFFFFFF7B0C01010201030202017885D2C6E0808080800B060103020202C2B6320601010301027A6685D2C48080808080010E0101020103020602016D85D2C6F080808080040601030802017485D2C6F08080808004060103040202C2B6330601010385D2C6DFFFFFFFFFD7060101030106E4B8BBE9A29885D2C6F08080808004020403060101190205BA8BE9A1B985D2C6F08080808007020203048CE6AEB532140101170F0F0F0F0F0F0F010C01011B0F0F0F010C01011F0F0F0F010C0101170F0F0F010C01011C0F0F0F010C01011D0F0F0F85D2C6DFFFFFFFFFD3140101170F0F0F1B0F0F0F010C0101240F0F0F9FFFFFFFFF791C01012A111111111111110F0F0F0F01140101221111110F0F0F0F011401011F0F0F0F0F0F0F0F01140101321111110F0F0F0F0205BC9AE8AEAE85D2C6F080808080060601010C010601010D0205BD8DE5908D36020385D2C6EFFFFFFFFFCE0601011903049CE5AEA485D2C6E0808080800A0601014A01060101170205BE8BE58EBF360601010D0106E585B4E8A197330601010D010601010D85D2C6DFFFFFFFFFD60601014101080301010E02058685E5AEB985D2C6F080808080040C01011F111111030499E79A8432140101100F0F0F0F0F0F0F010C0101140F0F0F010C0101180F0F0F010C0101100F0F0F010C0101150F0F0F010C0101160F0F0F85D2C6DFFFFFFFFFD3140101100F0F0F1B0F0F0F010C01011D0F0F0F9FFFFFFFFF791C010123111111111111110F0F0F0F011401011B1111110F0F0F0F01140101180F0F0F0F0F0F0F011401012B1111110F0F0F0F03039BC2B685D2C48080808080010601020485E080808080030601020703039CC2B685D2C480808080800102050303B5C2B685D2C6F080808080070C01012811111102058892E8AEAE85D2C6E0808080800A020302058A9EE7908685D2C6F080808080070C0101251111110304A8E4B8BB85D2C6F08080808004020303060101180403E5868585D2C6F080808080040C01011E1111110502908D85D2C6F08080808007060101130403E6889085D2C6F080808080040C01015A11111102048CBAC2B6340601011302048D8FC2B63606010110030495E4BD8D36020285D2C6EFFFFFFFFFCE0601011802058E9FE59BA085D2C6E0808080800A0C01010C0F0F0F0403E69DA5321401010E0F0F0F0F0F0F0F010C0101120F0F0F010C0101160F0F0F010C01010E0F0F0F010C0101130F0F0F010C0101140F0F0F85D2C6DFFFFFFFFFD31401010E0F0F0F1B0F0F0F010C01011B0F0F0F9FFFFFFFFF791C010121111111111111110F0F0F0F01140101191111110F0F0F0F01140101160F0F0F0F0F0F0F01140101291111110F0F0F0F0304BFE694BF360601010E0203908D303202030403E7A7B033020201020202020401020285D2C6EFFFFFFFFFCD0801010C10010204020A040101140A02059198E5B7A585D2C6E0808080800A06010148010601011502049BA0C2B685D2C6E0808080800A0C01010D0F0F0F02059CB0E782B985D2C6F080808080040601010F0205A487E6B3A8320C0101400F0F0F010C0101100F0F0F010C0101140F0F0F010C01010C0F0F0F010C0101110F0F0F010C0101120F0F0F85D2C6DFFFFFFFFFD30C01014C0F0F0F010C0101190F0F0F9FFFFFFFFF790E010181150F0F0F010C0101510F0F0F010C0101480F0F0F010C0101610F0F0F0205A793E5908D320202030494E5919885D2C6E0808080800A0601014701060101140204AEA4C2B685D2C6E0808080800A0601014B01060101180303B9C2B685D2C6F080808080040C0101201111110203B18A303502020304B1E99587370601010D85D2C6DFFFFFFFFFD30601014501060101129FFFFFFFFF7906010113010601010D010601011201060101200205B7A5E4BD9C85D2C6E0808080800A0601014901060101160205BF97E6988E85D2C6F08080808004060102030106E68385E586B585D2C6F080808080070C01012711111102058890E6958885D2C6F080808080040C01015B111111020594BFE58D8F360601010F02049588C2B685D2C6F080808080040C01015C11111102049687C2B685D2C6F080808080060C0101150F0F0F0403E5869B85D2C48080808080010601020385E08080808003060102060204988EC2B685D2C6F08080808004060102040304AFE7ACAC32140101120F0F0F0F0F0F0F010C0101160F0F0F010C01011A0F0F0F010C0101120F0F0F010C0101170F0F0F010C0101180F0F0F85D2C6DFFFFFFFFFD3140101120F0F0F1B0F0F0F010C01011F0F0F0F9FFFFFFFFF791C010125111111111111110F0F0F0F011401011D1111110F0F0F0F011401011A0F0F0F0F0F0F0F011401012D1111110F0F0F0F02049D91C2B6370601011185D2C6EFFFFFFFFFCD0601011701060101110304A5E58699321401010F0F0F0F0F0F0F0F010C0101130F0F0F010C0101170F0F0F010C01010F0F0F0F010C0101140F0F0F010C0101150F0F0F85D2C6DFFFFFFFFFD31401010F0F0F0F1B0F0F0F010C01011C0F0F0F9FFFFFFFFF791C010122111111111111110F0F0F0F011401011A1111110F0F0F0F01140101170F0F0F0F0F0F0F011404641A590D251008710970585716142712590A0A1009111010131A0810090C101B111011111011141009081010101C1D171D0D0E1D0B170D0B0E12191110110A291B1113090909101016161010211C08091115081F1009151010161812810F1917180C2517810F1D10151217161511150B0B1617810E0B0829191614750A1818150836191418170C16161D13810F1D'),
(2748779069442, X'00000F6701012A1111110F0F0F0F0730E69E9CE5869C85D2C480808080800102040205A087E9A29885D2C6F0808080800602020205A182E7A4BE34060101110304A5E69D91370601011085D2C6EFFFFFFFFFCD0601011601060101100205ADA3E6968785D2C6F080808080060C0101140F0F0F0204AEB5C2B6320801013F3601060101430106010147010601013F0106010144010601014585D2C6DFFFFFFFFFD30801013F42010601014C9FFFFFFFFF790A0101583E360108010150360108010147360108010160360403E58A9E85D2C6F080808080070A010133111105028E9F85D2C6E0808080800A0A0101180F0F0502A487320A01014C0F0F010A01011C0F0F010A0101200F0F010A0101180F0F010A01011D0F0F010A01011E0F0F85D2C6DFFFFFFFFFD30A0101580F0F010A0101250F0F9FFFFFFFFF790C010181210F0F010A01015D0F0F010A0101540F0F010A01016D0F0F0403E6ADA385D2C6F080808080060A0101200F0F0502B4BB85D2C6F080808080041001012B11112011110403E88DA3320A0101180F0F0403E9808985D2C6F080808080050A01012311110205B0B8E585B4330601010C010601010C85D2C6DFFFFFFFFFD60601014001080201010D0204B3A8C2B6320C0101410F0F0F010C0101110F0F0F010C0101150F0F0F010C01010D0F0F0F010C0101120F0F0F010C0101130F0F0F85D2C6DFFFFFFFFFD30C01014D0F0F0F010C01011A0F0F0F9FFFFFFFFF790E010181160F0F0F010C0101520F0F0F010C0101490F0F0F010C0101620F0F0F0205B4BBE58AA885D2C6F08080808004160201011D111111111111110308010112070104E782B93185D2C6F080808080040601011002059086E6838585D2C6F080808080070C0101261111110403E794B185D2C6F080808080050C0101171111110303B4C2B685D2C6F08080808005060101140206010124020494B1C2B685D2C6F080808080050C01011811111102059A84E698AF32140101110F0F0F0F0F0F0F010C0101150F0F0F010C0101190F0F0F010C0101110F0F0F010C0101160F0F0F010C0101170F0F0F85D2C6DFFFFFFFFFD3140101110F0F0F1B0F0F0F010C01011E0F0F0F9FFFFFFFFF791C010124111111111111110F0F0F0F011401011C1111110F0F0F0F01140101190F0F0F0F0F0F0F011401012C1111110F0F0F0F02059FB3E6A1A5370601010F85D2C6EFFFFFFFFFCD06010115010601010F0205A4BAE4BE8B360601010C0304BEE58CBA34060101120204A78DC2B632140101150F0F0F0F0F0F0F010C0101190F0F0F010C01011D0F0F0F010C0101150F0F0F010C01011A0F0F0F010C01011B0F0F0F85D2C6DFFFFFFFFFD3140101150F0F0F1B0F0F0F010C0101220F0F0F9FFFFFFFFF791C010128111111111111110F0F0F0F01140101201111110F0F0F0F011401011D0F0F0F0F0F0F0F01140101301111110F0F0F0F0302B03033020301020302020585D2C6EFFFFFFFFFCE0801010D10030601011D04013137020385D2C6EFFFFFFFFFCE02050208050101150204ACACC2B632140101130F0F0F0F0F0F0F010C0101170F0F0F010C01011B0F0F0F010C0101130F0F0F010C0101180F0F0F010C0101190F0F0F85D2C6DFFFFFFFFFD3140101130F0F0F1B0F0F0F010C0101200F0F0F9FFFFFFFFF791C010126111111111111110F0F0F0F011401011E1111110F0F0F0F011401011B0F0F0F0F0F0F0F011401012E1111110F0F0F0F0403E4BA8C32140101160F0F0F0F0F0F0F010C01011A0F0F0F010C01011E0F0F0F010C0101160F0F0F010C01011B0F0F0F010C01011C0F0F0F85D2C6DFFFFFFFFFD3140101160F0F0F1B0F0F0F010C0101230F0F0F9FFFFFFFFF791C010129111111111111110F0F0F0F01140101211111110F0F0F0F011401011E0F0F0F0F0F0F0F01140101311111110F0F0F0F0106E88DA3E8AA89320C01010C0F0F0F0205A197E98193330601010E010601010E85D2C6DFFFFFFFFFD60601014201080401010F0204AA89C2B6320C01010D0F0F0F0205AEA1E5889285D2C6E0808080800A02020304AEE8AEAE85D2C6F080808080060601010D010601010E0403E9A29885D2C6E0808080800A02049FFFFFFFFF7B0202010601010E010601010F0304BFE69E9C85D2C480808080800102030205B5B0E8AEBF85D2C480808080800102020304B5E99B8585D2C6F080808080050601011202060101220106E98089E9A29885D2C6F080808080050C01011511111102048193C2B6330601010F010601010F85D2C6DFFFFFFFFFD60601014301080501011002058791E6A182340601011002049587C2B6370601010E85D2C6EFFFFFFFFFCD06010114010601010E010601011301060101210403E5A79485D2C6E0808080800A06010146010601011302059988E5BF9785D2C6F080808080040601020202059B85E790B485D2C6F0808080800506010113020601012302059D92E5B1B1370601010C85D2C6DFFFFFFFFFD30601014401060101119FFFFFFFFF7906010112010601010C0106010111010601011F0205A1B9E5908D85D2C6F0808080800702030203A2983185D2C6F08080808004020502080301010F01080101100C0402C2B685D2C6E0808080800A02050403E5908D85D2C6F0808080800502030403E7908685D2C6F080808080050C0101161111110205A9ACE6968785D2C48080808080010601020285E08080808003060102050002313032240401010505030D0F0F0F0F0F0F0F01030405011C04010105050303100F0F0F010304011C04010105050303140F0F0F010304011C030101050503030C0F0F0F010303011C06010105050303110F0F0F010306010C01010505030385D2C3FFFFFFFFFFCA0C01010505030385C080808080091C0101050503030C0F0F0F1B0F0F0F0114010106050303180F0F0F9FFFFFFFFF79100101050503030610010C010105050303010C010105050303010E01010605030315010131320601010A05140401011A0F0F0F01030485D2C6DFFFFFFFFFD30601010B010601010C9FFFFFFFFF79260601011118111111111111110F0F0F0F010306011C0601011F1111110F0F0F0F010306011E040101100E0F0F0F0F0F0F0F0103040122060101110707161111110F0F0F0F01030601013232080101040401080101040401080101040401080101040401080101040401080101040485D2C3FFFFFFFFFFCA080101040485C0808080800908010104040108010105049FFFFFFFFF790801010404010801010404010A0101040407010A0101050407010133320601010B030601010B010601010B010134330601010B040601010B85D2C3FFFFFFFFFFCA0601010B85E080808080030601010B01013585D2C6F080808080050601010B01013632060101070106010107010601010701060101070106010107010601010785D2C3FFFFFFFFFFCA0601010785C080808080090601010701060101089FFFFFFFFF7906010107010601010701060101070106010108010137340601010B010161320A010308030385D2C6EFFFFFFFFFD40601010201016285D2C6E0808080800B060101039FFFFFFFFF7B0601030201060101020101633306010303010C01010201030301060101030106010305010601030385D2C6EFFFFFFFFFCD0601030701060103050206010305010164360C01010201030285D2C6DFFFFFFFFFD5060103059FFFFFFFFF790C01010301030301016685D2C48080808080010E0101030103030601016785D2C48080808080010601030485C0808080800906010307010601010401016885D2C6E0808080800A060103039FFFFFFFFF7A0C01010201030201016A350C01010201030285D2C3FFFFFFFFFFCC0601030C85C08080808009080103020601060103049FFFFFFFFF790601030C01016B32060104020106010402010601040201060104020106010402010601040285D2C3FFFFFFFFFFCA0601040285C080808080090601040201060104029FFFFFFFFF790601040201060104020106010402010601040201016C85D2C48080808080010601030885C0808080800A060101029FFFFFFFFF7B0601010301016D320801030305010601030201060103020206010304010601030285D2C3FFFFFFFFFFCA0601030A85E0808080800308010309030106010304020601030401016E85D2C48080808080010801030506010170370601010201017232060101020101733206010305020601010385D2C6EFFFFFFFFFD30E01010303010302010174370601010385D2C6DFFFFFFFFFD30E010102010305069FFFFFFFFF7A06010305010C0101030103030106010303010177360C01010301030385D2C3FFFFFFFFFFCB0601030B85E080808080030601030B0101783206010302010601010285D2C6DFFFFFFFFFD8060103039FFFFFFFFF7C06010303010179320601010385D2C6DFFFFFFFFFD8080103040601060103029FFFFFFFFF7A0C01010201030201017A330601010385D2C3FFFFFFFFFFCE0E0101020103020685C08080808009060101039FFFFFFFFF7A08010304060103E4B8BB85D2C6F08080808004020403060101190202BA8B85D2C6F08080808007020203018C32140101170F0F0F0F0F0F0F010C01011B0F0F0F010C01011F0F0F0F010C0101170F0F0F010C01011C0F0F0F010C01011D0F0F0F85D2C6DFFFFFFFFFD3140101170F0F0F1B0F0F0F010C0101240F0F0F9FFFFFFFFF791C01012A111111111111110F0F0F0F01140101221111110F0F0F0F011401011F0F0F0F0F0F0F0F01140101321111110F0F0F0F0202BC9A85D2C6F080808080060601010C010601010D0202BD8D36020385D2C6EFFFFFFFFFCE0601011903019C85D2C6E0808080800A0601014A01060101170202BE8B360601010D0103E585B4330601010D010601010D85D2C6DFFFFFFFFFD60601014101080301010E0202868585D2C6F080808080040C01011F11111103019932140101100F0F0F0F0F0F0F010C0101140F0F0F010C0101180F0F0F010C0101100F0F0F010C0101150F0F0F010C0101160F0F0F85D2C6DFFFFFFFFFD3140101100F0F0F1B0F0F0F010C01011D0F0F0F9FFFFFFFFF791C010123111111111111110F0F0F0F011401011B1111110F0F0F0F01140101180F0F0F0F0F0F0F011401012B1111110F0F0F0F03019B85D2C48080808080010601020485E080808080030601020703019C85D2C480808080800102050301B585D2C6F080808080070C0101281111110202889285D2C6E0808080800A020302028A9E85D2C6F080808080070C0101251111110301A885D2C6F08080808004160301011E1111111111111103080101130702028CBA340601011302028D8F360601011003019536020285D2C6EFFFFFFFFFCE0601011802028E9F321401010E0F0F0F0F0F0F0F010C0101120F0F0F010C0101160F0F0F010C01010E0F0F0F010C0101130F0F0F010C0101140F0F0F85D2C6DFFFFFFFFFD31C01010C040D040D040D041B0F0F0F010C0E13120C1D175614136614160C14247422131715171681101E0C0B810F2017810F810E10240E12182211121818230C2717141937121C0F10151F813A74661225105708171F362514201D335725401108081E302324282F150F810C161415092214810C1B0E130F141E090913'),
(2748779069443, X'000A096F01011B0F0F0F85D2C6F080808080041C010121111111111111110F0F0F0F01140101191111110F0F0F0F01140101160F0F0F0F0F0F0F01140101291111110F0F0F0F0431E58EBF360601010E0202908D32020301020201020202020401020285D2C6EFFFFFFFFFCD0801010C10010204020A040101140A0202919885D2C6E0808080800A06010148010601011502029BA085D2C6E0808080800A0C01010D0F0F0F02029CB085D2C6F080808080040601010F0202A487320C0101400F0F0F010C0101100F0F0F010C0101140F0F0F010C01010C0F0F0F010C0101110F0F0F010C0101120F0F0F85D2C6DFFFFFFFFFD30C01014C0F0F0F010C0101190F0F0F9FFFFFFFFF790E010181150F0F0F010C0101510F0F0F010C0101480F0F0F010C0101610F0F0F0202A79332020203019485D2C6E0808080800A0601014701060101140202AEA485D2C6E0808080800A0601014B01060101180301B985D2C6F080808080040C0101201111110202B18A3502020301B1370601010D85D2C6DFFFFFFFFFD30601014501060101129FFFFFFFFF7906010113010601010D010601011201060101200202B7A585D2C6E0808080800A0601014901060101160202BF9785D2C6F08080808004060102030103E6838585D2C6F080808080070C0101271111110202889085D2C6F080808080040C01015B111111020294BF360601010F0202958885D2C6F080808080040C01015C1111110202968785D2C48080808080010601020385E0808080800306010206020C0101150F0F0F0202988E85D2C6F08080808004060102040301AF32140101120F0F0F0F0F0F0F010C0101160F0F0F010C01011A0F0F0F010C0101120F0F0F010C0101170F0F0F010C0101180F0F0F85D2C6DFFFFFFFFFD3140101120F0F0F1B0F0F0F010C01011F0F0F0F9FFFFFFFFF791C010125111111111111110F0F0F0F011401011D1111110F0F0F0F011401011A0F0F0F0F0F0F0F011401012D1111110F0F0F0F02029D91370601011185D2C6EFFFFFFFFFCD0601011701060101110301A5321401010F0F0F0F0F0F0F0F010C0101130F0F0F010C0101170F0F0F010C01010F0F0F0F010C0101140F0F0F010C0101150F0F0F85D2C6DFFFFFFFFFD31401010F0F0F0F1B0F0F0F010C01011C0F0F0F9FFFFFFFFF791C010122111111111111110F0F0F0F011401011A1111110F0F0F0F01140101170F0F0F0F0F0F0F011401012A1111110F0F0F0F02029E9C85D2C480808080800102040202A08785D2C6F0808080800602020202A18234060101110301A5370601011085D2C6EFFFFFFFFFCD0601011601060101100202ADA385D2C6F080808080060C0101140F0F0F0202AEB532140101180F0F0F0F0F0F0F010C01011C0F0F0F010C0101200F0F0F010C0101180F0F0F010C01011D0F0F0F010C01011E0F0F0F85D2C6DFFFFFFFFFD3140101180F0F0F1B0F0F0F010C0101250F0F0F9FFFFFFFFF791C01012B111111111111110F0F0F0F01140101231111110F0F0F0F01140101200F0F0F0F0F0F0F01140101331111110F0F0F0F0202B0B8330601010C010601010C85D2C6DFFFFFFFFFD60601014001080201010D0202B3A8320C0101410F0F0F010C0101110F0F0F010C0101150F0F0F010C01010D0F0F0F010C0101120F0F0F010C0101130F0F0F85D2C6DFFFFFFFFFD30C01014D0F0F0F010C01011A0F0F0F9FFFFFFFFF790E010181160F0F0F010C0101520F0F0F010C0101490F0F0F010C0101620F0F0F0202B4BB85D2C6F08080808004160201011D111111111111110308010112070103E782B985D2C6F08080808004060101100202908685D2C6F080808080050C010117111111020C0101261111110301B485D2C6F08080808005060101140206010124020294B185D2C6F080808080050C01011811111102029A8432140101110F0F0F0F0F0F0F010C0101150F0F0F010C0101190F0F0F010C0101110F0F0F010C0101160F0F0F010C0101170F0F0F85D2C6DFFFFFFFFFD3140101110F0F0F1B0F0F0F010C01011E0F0F0F9FFFFFFFFF791C010124111111111111110F0F0F0F011401011C1111110F0F0F0F01140101190F0F0F0F0F0F0F011401012C1111110F0F0F0F02029FB3370601010F85D2C6EFFFFFFFFFCD06010115010601010F0202A4BA360601010C0301BE34060101120202A78D32140101150F0F0F0F0F0F0F010C0101190F0F0F010C01011D0F0F0F010C0101150F0F0F010C01011A0F0F0F010C01011B0F0F0F85D2C6DFFFFFFFFFD3140101150F0F0F1B0F0F0F010C0101220F0F0F9FFFFFFFFF791C010128111111111111110F0F0F0F01140101201111110F0F0F0F011401011D0F0F0F0F0F0F0F01140101301111110F0F0F0F0301B033020301020302020501020385D2C6EFFFFFFFFFCD0801010D10010205020A050101150A0202ACAC3224010113050C050C050C050C050C050C050C050114010117050C050C050C05011401011B050C050C050C050114010113050C050C050C050114010118050C050C050C050114010119050C050C050C0585D2C6DFFFFFFFFFD324010113050C050C050C0518050C050C050C050114010120050C050C050C059FFFFFFFFF7934010126050E050E050E050E050E050E050E050C050C050C050C05012401011E050E050E050E050C050C050C050C05012401011B050C050C050C050C050C050C050C05012401012E050E050E050E050C050C050C050C050103E88DA3320C01010C0F0F0F0202A197330601010E010601010E85D2C6DFFFFFFFFFD60601014201080401010F0202AA89320C01010D0F0F0F0202AEA185D2C6E0808080800A02020301AE85D2C6E0808080800A02049FFFFFFFFF7B0202010801010D03010801010E030301BF85D2C480808080800102030202B5B085D2C480808080800102020301B585D2C6F080808080050601011202060101220103E9808985D2C6F080808080050C01011511111102028193330601010F010601010F85D2C6DFFFFFFFFFD60601014301080501011002028791340601011002029587370601010E85D2C6DFFFFFFFFFD30601014601060101139FFFFFFFFF7906010114010601010E010601011301060101210202998885D2C6F080808080040601020202029B8585D2C6F0808080800506010113020601012302029D92370601010C85D2C6DFFFFFFFFFD30601014401060101119FFFFFFFFF7906010112010601010C0106010111010601011F0202A1B985D2C6F0808080800702030202A29885D2C6E0808080800A02059FFFFFFFFF7A0205010E0301011611111101080301010F01080101100C0202A9AC85D2C48080808080010601020285E0808080800306010205460A2B161411720715161307331611151409142411810C1B810C0F0F091A14810D21721F121C1514810D1B0908810D2781590D210C0F220E0F15152109341116340F2C'),
(9008436205322240, X'08000000000000010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000B4A3700000000090000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
DELETE FROM "search_idx";
INSERT INTO "search_idx" ("segid", "term", "pgno") VALUES
(1, X'', 2),
(2, X'', 2),
(3, X'', 2),
(4, X'', 2),
(5, X'', 2),
(6, X'', 2),
(7, X'', 2),
(8, X'', 2),
(9, X'', 2),
(16, X'', 2),
(16, X'30E99D', 4),
(18, X'', 2),
(18, X'30E7AC', 4),
(19, X'', 2),
(19, X'30E6AE', 4),
(19, X'31E591', 6),
(20, X'', 2),
(20, X'30E69E', 4),
(20, X'31E58EBF', 6);
DELETE FROM "search_docsize";
INSERT INTO "search_docsize" ("id", "sz", "origin") VALUES
(1, X'050A000501', 2),
(2, X'040A000401', 3),
(3, X'030A000601', 4),
(4, X'030A000601', 5),
(5, X'050E000501', 6),
(6, X'040E000801', 7),
(7, X'040E000801', 8),
(8, X'030D000601', 9),
(9, X'030D000601', 10),
(10, X'030D000301', 11),
(11, X'020A000201', 12),
(12, X'030A000301', 13),
(13, X'030A000301', 14),
(14, X'030A000301', 15),
(15, X'030A000301', 16),
(16, X'020A000201', 17),
(17, X'020A000201', 18),
(18, X'020A000201', 19),
(19, X'020A000401', 20),
(20, X'020A000201', 21),
(21, X'030A000901', 22),
(22, X'020A000201', 23),
(23, X'020A000801', 24),
(24, X'030A000C01', 25),
(25, X'031A000301', 26),
(26, X'0317000301', 27),
(27, X'0319000301', 28),
(28, X'021E000201', 29),
(29, X'0217000201', 30),
(30, X'0217000201', 31),
(31, X'0216000401', 32),
(32, X'0217000201', 33),
(33, X'0316000901', 34),
(34, X'0215000201', 35),
(35, X'0215000801', 36),
(36, X'0317000C01', 37),
(37, X'030F000301', 38),
(38, X'080E000801', 39),
(39, X'050A000501', 41),
(40, X'050A000501', 42),
(41, X'030A000301', 43),
(42, X'030A000301', 44),
(43, X'050A000501', 45),
(44, X'050A000501', 46),
(45, X'030B000301', 49),
(46, X'030B000301', 50),
(47, X'0346000301', 53),
(48, X'038102000301', 62),
(49, X'034D000301', 63),
(50, X'0372000901', 64),
(51, X'0342000301', 65),
(52, X'0346000301', 66),
(53, X'023E000201', 67),
(54, X'0543000501', 68),
(55, X'0344000301', 77),
(56, X'038101000301', 80),
(57, X'034D000301', 81),
(58, X'0372000901', 82),
(59, X'0341000301', 83),
(60, X'0344000301', 84),
(61, X'023E000201', 85),
(62, X'0543000501', 86),
(813261472065912833, X'0C0E000C01', 40),
(813497867065884673, X'040A030B01', 72),
(813522056321695745, X'05815D060B01', 47),
(813522056321695746, X'05814B060B01', 48),
(813522056321695747, X'05814E060B01', 51),
(813522056321695748, X'058105000501', 52),
(813522056321695749, X'050A000501', 54),
(813522056321695750, X'037B000301', 56),
(813522056321695751, X'050A000501', 57),
(813522056321695752, X'0515000501', 59),
(813522056321695753, X'058119000501', 61),
(813522056321695754, X'047E000801', 69),
(813522056321695755, X'044B000401', 70),
(813523155833323521, X'050A000501', 55),
(813523155833323522, X'050A000501', 58),
(813523155833323523, X'050D000501', 60),
(813523155833323524, X'058147060B01', 75),
(813523155833323525, X'058103000501', 76),
(813523155833323526, X'037A000301', 78),
(813523155833323527, X'058113000501', 79),
(813523155833323528, X'0578000501', 87);
DELETE FROM "search_config";
INSERT INTO "search_config" ("k", "v") VALUES
('version', 4);
CREATE INDEX ix_option_entry_options ON option_entry (options);
CREATE INDEX ix_paragraph_period ON paragraph (period);
CREATE INDEX ix_attachment_owner ON attachment (owner);
CREATE INDEX ix_attachment_sha256 ON attachment (sha256);
CREATE INDEX ix_change_record ON change (record);
CREATE INDEX ix_search_row_uuid ON search_row (uuid);
CREATE INDEX ix_unit_unit_id ON unit (unit_id);
CREATE INDEX ix_unit_parent_id ON unit (parent_id);
CREATE INDEX ix_unit_number ON unit (number);
CREATE INDEX ix_submission_unit_id ON submission (unit_id);
CREATE INDEX ix_submission_period ON submission (period);
CREATE INDEX ix_person_number ON person (number);
CREATE INDEX ix_person_unit_id ON person (unit_id);
CREATE INDEX ix_term_unit_id ON term (unit_id);
CREATE INDEX ix_term_number ON term (number);
CREATE INDEX ix_township_became_id ON township (became_id);
CREATE INDEX ix_township_unit_id ON township (unit_id);
CREATE INDEX ix_township_number ON township (number);
CREATE INDEX ix_contribution_record ON contribution (kind, record_id, submission_id);
CREATE INDEX ix_contribution_part ON contribution (submission_id, part, figure);
CREATE INDEX ix_correction_record ON correction (record);
CREATE INDEX ix_correction_submission_id ON correction (submission_id);
CREATE INDEX ix_membership_number ON membership (number);
CREATE INDEX ix_membership_unit_id ON membership (unit_id);
CREATE INDEX ix_membership_person_id ON membership (person_id);
CREATE INDEX ix_membership_township_id ON membership (township_id);
CREATE INDEX ix_membership_term_id ON membership (term_id);
CREATE INDEX ix_village_number ON village (number);
CREATE INDEX ix_village_township_id ON village (township_id);
CREATE INDEX ix_village_unit_id ON village (unit_id);
CREATE INDEX ix_village_became_id ON village (became_id);
CREATE INDEX ix_activity_number ON activity (number);
CREATE INDEX ix_activity_township_id ON activity (township_id);
CREATE INDEX ix_activity_village_id ON activity (village_id);
CREATE INDEX ix_activity_counting_unit_id ON activity (counting_unit_id);
CREATE INDEX ix_activity_unit_id ON activity (unit_id);
CREATE INDEX ix_activity_list ON activity (type, deleted_at, happened_on);
CREATE INDEX ix_linked_unit_parent_id ON linked_unit (parent_id);
CREATE INDEX ix_linked_unit_township_id ON linked_unit (township_id);
CREATE INDEX ix_platform_unit_id ON platform (unit_id);
CREATE INDEX ix_platform_township_id ON platform (township_id);
CREATE INDEX ix_platform_number ON platform (number);
CREATE INDEX ix_platform_village_id ON platform (village_id);
CREATE INDEX ix_studio_unit_id ON studio (unit_id);
CREATE INDEX ix_studio_number ON studio (number);
CREATE INDEX ix_studio_township_id ON studio (township_id);
CREATE INDEX ix_studio_lead_id ON studio (lead_id);
CREATE INDEX ix_topic_plan_township_id ON topic_plan (township_id);
CREATE INDEX ix_topic_plan_unit_id ON topic_plan (unit_id);
CREATE INDEX ix_topic_plan_village_id ON topic_plan (village_id);
CREATE INDEX ix_topic_plan_number ON topic_plan (number);
CREATE INDEX ix_topic_plan_member_id ON topic_plan (member_id);
CREATE INDEX ix_adjustment_number ON adjustment (number);
CREATE INDEX ix_adjustment_studio_id ON adjustment (studio_id);
CREATE INDEX ix_adjustment_unit_id ON adjustment (unit_id);
CREATE INDEX ix_adjustment_township_id ON adjustment (township_id);
CREATE INDEX ix_attendance_activity_id ON attendance (activity_id);
CREATE INDEX ix_attendance_membership_id ON attendance (membership_id);
CREATE INDEX ix_attendance_person_id ON attendance (person_id);
CREATE INDEX ix_head_count_activity_id ON head_count (activity_id);
CREATE INDEX ix_meeting_platform_id ON meeting (platform_id);
CREATE INDEX ix_meeting_plan_id ON meeting (plan_id);
CREATE INDEX ix_studio_member_member_id ON studio_member (member_id);
CREATE INDEX ix_studio_member_parent_id ON studio_member (parent_id);
CREATE INDEX ix_checklist_item_parent_id ON checklist_item (parent_id);
CREATE INDEX ix_studio_activity_studio_id ON studio_activity (studio_id);
CREATE INDEX ix_zero_report_unit_id ON zero_report (unit_id);
CREATE INDEX ix_zero_report_number ON zero_report (number);
CREATE INDEX ix_zero_report_township_id ON zero_report (township_id);
CREATE INDEX ix_zero_report_studio_id ON zero_report (studio_id);
CREATE INDEX ix_case_info_meeting_id ON case_info (meeting_id);
CREATE INDEX ix_case_info_number ON case_info (number);
CREATE INDEX ix_case_info_township_id ON case_info (township_id);
CREATE INDEX ix_case_info_unit_id ON case_info (unit_id);
CREATE INDEX ix_livelihood_deed_unit_id ON livelihood_deed (unit_id);
CREATE INDEX ix_livelihood_deed_township_id ON livelihood_deed (township_id);
CREATE INDEX ix_livelihood_deed_activity_id ON livelihood_deed (activity_id);
CREATE INDEX ix_livelihood_deed_visit_id ON livelihood_deed (visit_id);
CREATE INDEX ix_livelihood_deed_studio_id ON livelihood_deed (studio_id);
CREATE INDEX ix_livelihood_deed_member_id ON livelihood_deed (member_id);
CREATE INDEX ix_livelihood_deed_meeting_id ON livelihood_deed (meeting_id);
CREATE INDEX ix_livelihood_deed_number ON livelihood_deed (number);
CREATE INDEX ix_research_trip_parent_id ON research_trip (parent_id);
CREATE INDEX ix_speech_parent_id ON speech (parent_id);
CREATE INDEX ix_opinion_parent_id ON opinion (parent_id);
CREATE INDEX ix_consensus_item_parent_id ON consensus_item (parent_id);
CREATE INDEX ix_instruction_parent_id ON instruction (parent_id);
CREATE INDEX ix_raised_problem_parent_id ON raised_problem (parent_id);
CREATE INDEX ix_reception_parent_id ON reception (parent_id);
CREATE INDEX ix_promotion_parent_id ON promotion (parent_id);
CREATE INDEX ix_task_parent_id ON task (parent_id);
CREATE INDEX ix_progress_parent_id ON progress (parent_id);
