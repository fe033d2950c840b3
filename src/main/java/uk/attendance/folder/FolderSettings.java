package uk.attendance.folder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param folders holds a folder for each school; null: nothing is watched
 */
@ConfigurationProperties("attendance")
public record FolderSettings(@Nullable Path folders) {}
