package axial.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * One line of a bulk file, looked at as far as its type and whose it is.
 *
 * @param file how it is called in messages
 * @param line from 1
 * @param type of the resource, or empty where the line is no resource
 * @param patient the id of the patient it is about, or empty
 */
record FhirLine(String file, long line, String text, String type, String patient) {
    private static final JsonFactory JSON = new JsonFactory();

    static FhirLine of(String file, long line, String text) {
        String type = "";
        String id = "";
        String subject = "";
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME && (type.isEmpty() || id.isEmpty() || subject.isEmpty())) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("resourceType")) {
                    type = json.getText();
                } else if (name.equals("id")) {
                    id = json.getText();
                } else if (name.equals("subject") && value == JsonToken.START_OBJECT) {
                    subject = reference(json);
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException broken) {
            return new FhirLine(file, line, text, type, "");
        }
        return new FhirLine(file, line, text, type, type.equals("Patient") ? id : subject);
    }

    private static String reference(JsonParser json) throws IOException {
        String reference = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("reference");
            json.nextToken();
            if (wanted) {
                reference = FhirReference.id(json.getText(), "Patient");
            } else {
                json.skipChildren();
            }
        }
        return reference;
    }
}
