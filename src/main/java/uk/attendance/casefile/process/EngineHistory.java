package uk.attendance.casefile.process;

import org.springframework.stereotype.Component;

/**
 * The engine's history ends here: what of it was asked for, the model of each case, goes to the
 * case (docs/decisions/0155). The engine refuses to start where the level it finds is another than
 * ours.
 */
@Component
class EngineHistory extends EngineChange {

  EngineHistory() {
    super(
        "94",
        "engine history",
        """
        update case_file set definition_id = coalesce((
          select PROC_DEF_ID_ from ACT_HI_PROCINST where PROC_INST_ID_ = case_file.instance_id), '')
        """,
        "update ACT_GE_PROPERTY set VALUE_ = '0' where NAME_ = 'historyLevel'",
        "delete from ACT_HI_ACTINST",
        "delete from ACT_HI_TASKINST",
        "delete from ACT_HI_VARINST",
        "delete from ACT_HI_PROCINST");
  }
}
