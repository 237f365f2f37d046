# What eclipse-temurin:25-jdk is elsewhere, with the JDK of the machine that builds.
FROM parley-scratch/base
ENV JAVA_HOME=/opt/java/openjdk
ENV PATH=$JAVA_HOME/bin:$PATH
COPY openjdk $JAVA_HOME
