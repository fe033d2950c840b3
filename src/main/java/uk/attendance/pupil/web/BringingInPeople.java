package uk.attendance.pupil.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.RejectedRow;
import uk.attendance.pupil.ImportingContacts;
import uk.attendance.pupil.ImportingPupils;
import uk.attendance.pupil.PeopleImport;
import uk.attendance.pupil.PeopleImport.Kind;
import uk.attendance.pupil.PeopleImports;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolId;

/** The two imports behind one page. */
@Component
class BringingInPeople {

  private final ImportingPupils pupilFiles;
  private final ImportingContacts contactFiles;
  private final PeopleImports imports;
  private final Pupils pupils;

  BringingInPeople(
      ImportingPupils pupilFiles,
      ImportingContacts contactFiles,
      PeopleImports imports,
      Pupils pupils) {
    this.pupilFiles = pupilFiles;
    this.contactFiles = contactFiles;
    this.imports = imports;
    this.pupils = pupils;
  }

  PeopleImport preview(Kind kind, SchoolId school, MultipartFile upload, SignedIn person) {
    String name = upload.getOriginalFilename();
    String fileName = name == null || name.isBlank() ? "a file without a name" : name;
    String by = "%s, %s".formatted(person.name(), person.title());
    return kind == Kind.PUPILS
        ? pupilFiles.preview(school, fileName, upload::getInputStream, by)
        : contactFiles.preview(school, fileName, upload::getInputStream, by);
  }

  void apply(PeopleImport file) {
    if (file.kind() == Kind.PUPILS) {
      pupilFiles.apply(file);
    } else {
      contactFiles.apply(file);
    }
  }

  void drop(PeopleImport file) {
    pupilFiles.drop(file);
  }

  List<PeopleImport> latest(SchoolId school, int limit, Scope scope) {
    return imports.latest(school, limit, scope);
  }

  Optional<PeopleImport> byId(long id, Scope scope) {
    return imports.byId(id, scope);
  }

  List<RejectedRow> rejects(PeopleImport file) {
    return imports.rejects(file);
  }

  String rejectsAsCsv(PeopleImport file) {
    return imports.rejectsAsCsv(file);
  }

  /** By name, as far as they are in sight. */
  List<Pupil> notInFile(PeopleImport file, Scope scope) {
    return pupils.byIds(imports.notInFile(file), scope);
  }
}
