{{- define "image-service.fullname" -}}
{{- if .Values.fullnameOverride }}{{ .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else }}{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" }}{{ end }}{{ end }}
{{- end }}

{{- define "image-service.selector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "image-service.labels" -}}
{{ include "image-service.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "image-service.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}{{ default (include "image-service.fullname" .) .Values.serviceAccount.name }}
{{- else }}{{ default "default" .Values.serviceAccount.name }}{{ end }}
{{- end }}

{{- define "image-service.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{/* Everything that is not secret, as a map. */}}
{{- define "image-service.config" -}}
IMAGES_AUTH: {{ .Values.auth.mode | quote }}
IMAGES_OWNER_ISOLATION: {{ ternary "on" "off" .Values.auth.ownerIsolation | quote }}
IMAGES_METRICS_CREDENTIAL: {{ .Values.auth.metricsCredential | quote }}
{{- with .Values.auth.issuer }}
QUARKUS_OIDC_AUTH_SERVER_URL: {{ . | quote }}
QUARKUS_OIDC_TOKEN_AUDIENCE: {{ $.Values.auth.audience | quote }}
{{- end }}
IMAGES_BASE_URL: {{ .Values.baseUrl | quote }}
IMAGES_STORAGE_BUCKET: {{ .Values.storage.bucket | quote }}
IMAGES_STORAGE_ENDPOINT: {{ .Values.storage.endpoint | quote }}
IMAGES_STORAGE_PUBLIC_ENDPOINT: {{ .Values.storage.publicEndpoint | quote }}
IMAGES_STORAGE_REGION: {{ .Values.storage.region | quote }}
IMAGES_KAFKA_GROUP: {{ .Values.kafka.group | quote }}
KAFKA_BOOTSTRAP_SERVERS: {{ .Values.kafka.bootstrapServers | quote }}
{{- with .Values.kafka.securityProtocol }}
KAFKA_SECURITY_PROTOCOL: {{ . | quote }}
{{- end }}
{{- with .Values.kafka.saslMechanism }}
KAFKA_SASL_MECHANISM: {{ . | quote }}
{{- end }}
QUARKUS_DATASOURCE_JDBC_URL: {{ .Values.database.jdbcUrl | quote }}
QUARKUS_REDIS_HOSTS: {{ .Values.redis.hosts | quote }}
{{- with .Values.telemetry.otlpEndpoint }}
QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT: {{ . | quote }}
QUARKUS_OTEL_TRACES_SAMPLER_ARG: {{ $.Values.telemetry.share | quote }}
{{- end }}
{{- range $key, $value := .Values.extraEnv }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "image-service.secretEnv" -}}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.existingSecret }}
      key: {{ .Values.database.usernameKey }}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.existingSecret }}
      key: {{ .Values.database.passwordKey }}
- name: IMAGES_STORAGE_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .Values.storage.existingSecret }}
      key: {{ .Values.storage.accessKeyKey }}
- name: IMAGES_STORAGE_SECRET_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .Values.storage.existingSecret }}
      key: {{ .Values.storage.secretKeyKey }}
- name: QUARKUS_REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .Values.redis.existingSecret }}
      key: {{ .Values.redis.passwordKey }}
      optional: true
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ .Values.kafka.existingSecret }}
      key: {{ .Values.kafka.jaasConfigKey }}
      optional: true
{{- end }}

{{- define "image-service.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "image-service.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}

{{/* One Deployment; called with (dict "root" $ "role" "api" "settings" .Values.api). */}}
{{- define "image-service.deployment" -}}
{{- $root := .root }}{{- $s := .settings }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "image-service.fullname" $root }}-{{ .role }}
  labels:
    {{- include "image-service.labels" $root | nindent 4 }}
    app.kubernetes.io/component: {{ .role }}
spec:
  {{- if not .scaled }}
  replicas: {{ $s.replicas }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "image-service.selector" $root | nindent 6 }}
      app.kubernetes.io/component: {{ .role }}
  strategy:
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  template:
    metadata:
      labels:
        {{- include "image-service.selector" $root | nindent 8 }}
        app.kubernetes.io/component: {{ .role }}
      annotations:
        # A changed configuration is a new pod.
        checksum/config: {{ include "image-service.config" $root | sha256sum }}
        {{- with $s.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "image-service.serviceAccount" $root }}
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: {{ $s.terminationGracePeriodSeconds }}
      {{- with $root.Values.image.pullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "image-service.podSecurity" $root | nindent 8 }}
      topologySpreadConstraints:
        {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "image-service.selector" $root | nindent 14 }}
              app.kubernetes.io/component: {{ $.role }}
        {{- end }}
      {{- with $s.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $s.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $s.affinity }}
      affinity:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: image-service
          image: {{ include "image-service.image" $root | quote }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          envFrom:
            - configMapRef:
                name: {{ include "image-service.fullname" $root }}-config
          env:
            - name: IMAGES_ROLE
              value: {{ .role }}
            - name: QUARKUS_SHUTDOWN_TIMEOUT
              value: {{ $s.shutdownTimeoutSeconds }}s
            {{- range $key, $value := $s.env }}
            - name: {{ $key }}
              value: {{ $value | quote }}
            {{- end }}
            {{- include "image-service.secretEnv" $root | nindent 12 }}
          ports:
            - name: http
              containerPort: 8080
          startupProbe:
            httpGet:
              path: /q/health/started
              port: http
            periodSeconds: 1
            failureThreshold: 120
          livenessProbe:
            httpGet:
              path: /q/health/live
              port: http
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          readinessProbe:
            httpGet:
              path: /q/health/ready
              port: http
            periodSeconds: 5
            timeoutSeconds: 5
            failureThreshold: 2
          {{- if eq .role "api" }}
          lifecycle:
            preStop:
              sleep:
                seconds: 5
          {{- end }}
          resources:
            {{- toYaml $s.resources | nindent 12 }}
          securityContext:
            {{- include "image-service.containerSecurity" $root | nindent 12 }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- include "image-service.certificatesMount" $root | nindent 12 }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: {{ $s.tmpSize }}
        {{- include "image-service.certificates" $root | nindent 8 }}
{{- end }}

{{/* Authorities and keys of TLS as files, where a Secret with them is named. */}}
{{- define "image-service.certificates" -}}
{{- with .Values.certificates.existingSecret }}
- name: certificates
  secret:
    secretName: {{ . }}
    defaultMode: 0440
{{- end }}
{{- end }}

{{- define "image-service.certificatesMount" -}}
{{- if .Values.certificates.existingSecret }}
- name: certificates
  mountPath: /certificates
  readOnly: true
{{- end }}
{{- end }}

{{/* A HorizontalPodAutoscaler by CPU. */}}
{{- define "image-service.hpa" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "image-service.fullname" .root }}-{{ .role }}
  labels:
    {{- include "image-service.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .role }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "image-service.fullname" .root }}-{{ .role }}
  minReplicas: {{ .settings.minReplicas }}
  maxReplicas: {{ .settings.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .settings.cpuUtilization }}
  {{- if eq .role "worker" }}
  behavior:
    scaleDown:
      stabilizationWindowSeconds: 300
  {{- end }}
{{- end }}
